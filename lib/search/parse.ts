import { type ParsedQuery, type SearchOperator, searchOperators } from "./types";

const PART = /(?:(\p{L}+):)?(?:"([^"]*)"?|([^\s"]+))/gu;
const known: readonly string[] = searchOperators;

/** Never fails: what is no operator is looked for as words, and a quotation mark that is not closed closes at the end. */
export function parseQuery(text: string): ParsedQuery {
  const parsed: ParsedQuery = { words: "", exact: [], operators: [] };
  const words: string[] = [];
  for (const [whole, before, quoted, bare] of text.replace(/[“”„«»]/g, '"').matchAll(PART)) {
    const operator = before?.toLowerCase();
    const value = (quoted ?? bare ?? "").trim();
    if (operator !== undefined && known.includes(operator)) {
      if (value !== "") parsed.operators.push({ operator: operator as SearchOperator, value });
    } else if (quoted !== undefined && before === undefined) {
      if (value !== "") parsed.exact.push(value);
    } else {
      words.push(whole.replaceAll('"', " ").trim());
    }
  }
  parsed.words = words.join(" ");
  return parsed;
}
