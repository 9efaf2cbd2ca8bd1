import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ledger = readFileSync("docs/promises.md", "utf8");

test("every module and test that the ledger of promises names is there", () => {
  const named = [...ledger.matchAll(/`([a-z0-9/_*.-]+)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => path.includes("/"));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => globSync(path).length === 0)).toEqual([]);
});

test("the ledger holds each promise once", () => {
  const numbers = [...ledger.matchAll(/^\| P(\d+) /gm)].map(([, number]) => Number(number));
  expect(numbers).toHaveLength(55);
  expect(new Set(numbers).size).toBe(55);
});
