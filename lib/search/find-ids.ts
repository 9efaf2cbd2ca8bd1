import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { wordsOf } from "./fold";
import type { Narrowed } from "./narrow";
import type { ParsedQuery } from "./types";
import { who } from "./who";

type Page = { before: string | null; most: number };

/** Digits of a number without the zeros that only some countries dial; empty for what is no part of a number. */
function digitsOf({ words }: ParsedQuery): string | null {
  const digits = words
    .replace(/\(0\)/g, "")
    .replace(/[-+\s()./\u00a0\u2010-\u2013]/g, "")
    .replace(/^0+/, "");
  return /^\d{3,20}$/.test(digits) ? digits : null;
}

/** A mark that no entry has: of a text without letters and digits, nothing is left to be found. */
const NOTHING = "$$'none:'$$";

/**
 * What is sought, as a `tsquery` and its values. The words are written by people and go through `search_query`; the
 * marks are our own. A search for nothing but signs finds nothing.
 */
function soughtSql({ words, exact }: ParsedQuery, marks: string[][]): { sql: string; values: string[] } {
  const values: string[] = [];
  const parts: string[] = [];
  const add = (value: string, whole: boolean) => {
    values.push(value);
    parts.push(`coalesce(search_query($${values.length}, ${whole}), ${NOTHING})`);
  };
  if (words !== "") add(words, false);
  for (const phrase of exact) add(phrase, true);
  for (const group of marks) {
    values.push(group.map((mark) => `'${mark}'`).join(" | "));
    parts.push(`$${values.length}::tsquery`);
  }
  return { sql: parts.length === 0 ? "null::tsquery" : `(${parts.join(" && ")})`, values };
}

export async function findMessageIds(
  tx: Transaction,
  actor: Actor,
  query: ParsedQuery,
  narrowed: Narrowed,
  page: Page,
) {
  return findIds(tx, actor, "search_messages", soughtSql(query, narrowed.marks), narrowed, page);
}

/** Notes have words: without any, none is found. */
export async function findNoteIds(tx: Transaction, actor: Actor, query: ParsedQuery, narrowed: Narrowed, page: Page) {
  const sought = soughtSql(query, narrowed.marks);
  return sought.values.length === 0 ? [] : findIds(tx, actor, "search_notes", sought, narrowed, page);
}

export async function findContactIds(tx: Transaction, actor: Actor, query: ParsedQuery, { before, most }: Page) {
  if (wordsOf([query.words, ...query.exact].join(" ")).length === 0) return [];
  const { sql, values } = soughtSql(query, []);
  const at = values.length;
  const { rows } = await tx.$client.query<{ id: string }>(
    `select id from search_contacts(${sql}, $${at + 1}, $${at + 2}, $${at + 3}, $${at + 4}) id`,
    [...values, digitsOf(query), who(actor), before, most],
  );
  return rows.map(({ id }) => id);
}

async function findIds(
  tx: Transaction,
  actor: Actor,
  search: "search_messages" | "search_notes",
  { sql, values }: { sql: string; values: string[] },
  { conditions }: Narrowed,
  { before, most }: Page,
): Promise<string[]> {
  const at = values.length;
  const { rows } = await tx.$client.query<{ id: string }>(
    `select id from ${search}(${sql}, $${at + 1}, $${at + 2}, $${at + 3}, $${at + 4}) id`,
    [...values, who(actor), JSON.stringify(conditions), before, most],
  );
  return rows.map(({ id }) => id);
}
