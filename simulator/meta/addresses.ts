const bsuid = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export function isBsuid(value: string): boolean {
  return bsuid.test(value);
}

/** Digits of a phone number written in any usual way; undefined when it cannot be one. */
export function phoneDigits(value: string): string | undefined {
  if (!/^\+?[\d\s().-]+$/.test(value)) return undefined;
  const digits = value.replace(/\D/g, "");
  return digits.length >= 5 && digits.length <= 15 ? digits : undefined;
}

/** What the ledger and faults compare by: a BSUID as it is, a phone number as digits. */
export function addressKey(value: string): string {
  return phoneDigits(value) ?? value;
}
