import { expect, test } from "vitest";
import { foreignFiles } from "@/test/payloads/read";
import { readWebhook } from "./read";
import { walkerTable } from "./walker-table";

const bodies = foreignFiles("payloads").filter(({ name }) => name !== "signature-vectors");

test("there are bodies to read", () => {
  expect(bodies.length).toBeGreaterThan(200);
});

test.each(bodies)("$name: every known item is found", ({ name, bytes }) => {
  const { items, problems } = readWebhook(bytes);
  expect(items.map(({ kind }) => kind)).toEqual(kindsOf(walkerTable[name] ?? ""));
  expect(items.length + problems.length).toBeGreaterThan(0);
});

test.each(bodies)("$name: reading it twice gives the same keys", ({ bytes }) => {
  const keys = readWebhook(bytes).items.map(({ dedupeKey }) => dedupeKey);
  expect(readWebhook(bytes).items.map(({ dedupeKey }) => dedupeKey)).toEqual(keys);
});

/** The table's words begin with the kind, after the mark of a standby copy. */
function kindsOf(words: string): string[] {
  if (words.startsWith("nothing:")) return [];
  const [first = "", count] = words.split(" × ");
  const kinds = first.split("; ").map((item) => item.replace(/^standby /, "").split(" ")[0] ?? "");
  return count === undefined ? kinds : Array.from({ length: Number(count) }, () => kinds[0] ?? "");
}
