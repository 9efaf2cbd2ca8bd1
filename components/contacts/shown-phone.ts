/** A number as people write it: WhatsApp gives digits alone. */
export function shownPhone(phone: string): string {
  return phone.startsWith("+") ? phone : `+${phone}`;
}
