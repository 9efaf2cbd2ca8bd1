/** As the generated columns of `contacts` fold names: in one place of the database, so that both sides are alike. */
const folded = (value: string) => `regexp_replace(normalize(lower(${value}), NFKD), '[\\u0300-\\u036f]', '', 'g')`;

/** Fewer digits than these would find half of all numbers. */
const FEWEST_DIGITS = 3;

/**
 * Its name, as an agent or the person gave it, its username, a part of its number, or the beginning of its WhatsApp id.
 * The numbers are looked through once, not once for each contact: `in`, not `exists`.
 *
 * @param given takes a value and answers with its place in the statement
 */
export function searchCondition(search: string, given: (value: unknown) => string): string {
  const sought = [`strpos(c.search_text, ${folded(`${given(search.replace(/^@/, ""))}::text`)}) > 0`];
  const digits = /\p{L}/u.test(search) ? "" : search.replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length >= FEWEST_DIGITS) {
    sought.push(ofIdentities(`i.kind = 'phone' and strpos(i.value, ${given(digits)}::text) > 0`));
  }
  if (/^[a-z]{2}\.\w/i.test(search)) {
    sought.push(
      ofIdentities(`i.kind <> 'phone' and starts_with(upper(i.value), ${given(search.toUpperCase())}::text)`),
    );
  }
  return `(${sought.join(" or ")})`;
}

const ofIdentities = (condition: string) => `c.id in (
  select i.contact_id from contact_identities i where i.tenant_id = $1 and i.valid_to is null and ${condition})`;
