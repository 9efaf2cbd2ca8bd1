/**
 * The other way in which WhatsApp may write the same number: its `wa_id` keeps Brazil's mobile numbers with or without the
 * ninth digit, Mexico's with or without the 1 after 52, Argentina's with or without the 9 after 54, whatever was dialled.
 *
 * @param phone digits, as WhatsApp gives them
 */
export function otherWritings(phone: string): string[] {
  for (const { pattern, other } of rules) {
    const match = pattern.exec(phone);
    if (match) return [other(...match.slice(1))];
  }
  return [];
}

const rules: { pattern: RegExp; other: (...parts: string[]) => string }[] = [
  // A mobile number of eight digits begins with 6 to 9: what begins with less is a landline, another's altogether.
  { pattern: /^(55[1-9]\d)9([6-9]\d{7})$/, other: (area, number) => `${area}${number}` },
  { pattern: /^(55[1-9]\d)([6-9]\d{7})$/, other: (area, number) => `${area}9${number}` },
  { pattern: /^521(\d{10})$/, other: (number) => `52${number}` },
  { pattern: /^52(\d{10})$/, other: (number) => `521${number}` },
  { pattern: /^549(\d{10})$/, other: (number) => `54${number}` },
  { pattern: /^54(\d{10})$/, other: (number) => `549${number}` },
];
