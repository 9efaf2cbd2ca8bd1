import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Digits as WhatsApp gives them, in the form people know; as they are when they fit no country. */
export function formatPhone(digits: string): string {
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}
