/** Who: any of the three addresses may be missing, and any may change. Phones are digits without a plus. */
export type Identity = {
  phone: string | null;
  /** Business-scoped user id: one business portfolio's name for a person. */
  bsuid: string | null;
  parentBsuid: string | null;
  username: string | null;
  profileName: string | null;
  /** Meta's time of the item that carried the name, so that the newest name wins in any order. */
  profileNameAtMs: number | null;
};

const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export function isBsuid(value: string): boolean {
  return BSUID.test(value);
}

/** Digits of a phone number or wa_id however it is written; null when it is none. */
export function phoneDigits(value: string): string | null {
  if (!/^\+?[\d\s().-]+$/.test(value)) return null;
  const digits = value.replace(/\D/g, "");
  return digits.length >= 5 && digits.length <= 20 ? digits : null;
}

/** Where a send goes. A BSUID in `to` is answered 200 and dropped, so it only ever goes into `recipient`. */
export type SendAddress = { to: string } | { recipient: string };

/** A phone works everywhere, so it comes first; without the plus Meta may add the business's own country code. */
export function addressOf(identity: { phone: string | null; bsuid: string | null }): SendAddress | null {
  const digits = identity.phone === null ? null : phoneDigits(identity.phone);
  if (digits !== null) return { to: `+${digits}` };
  if (identity.bsuid !== null && isBsuid(identity.bsuid)) return { recipient: identity.bsuid };
  return null;
}
