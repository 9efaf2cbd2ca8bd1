import { meantBy, operatorOf } from "./other-words";
import type { ParsedQuery } from "./types";

const PART = /(?:([\p{L}\p{M}]+):)?(?:"([^"]*)"?|([^\s"]+))/gu;

/** Never fails: what is no operator is looked for as words, and a quotation mark that is not closed closes at the end. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = { words: "", exact: [], operators: [] };
  const words: string[] = [];
  for (const [whole, before, quoted, bare] of text.replace(/[“”„«»]/g, '"').matchAll(PART)) {
    const operator = before === undefined ? undefined : operatorOf(before);
    const value = (quoted ?? bare ?? "").trim();
    if (operator !== undefined) {
      if (value !== "") parsed.operators.push({ operator, value: meantBy(operator, value) });
    } else if (quoted !== undefined && before === undefined) {
      if (value !== "") parsed.exact.push(value);
    } else {
      words.push(whole.replaceAll('"', " ").trim());
    }
  }
  parsed.words = words.join(" ");
  return parsed;
}
