import { expect, test } from "vitest";
import { shorten } from "./shorten";

test("a text of usual length stays whole", () => {
  const text = "word ".repeat(300).trim();
  expect(shorten(text)).toBe(text);
});

test("a long one is cut between words", () => {
  const short = shorten("kettle ".repeat(1_000));
  expect(short.length).toBeLessThan(1_500);
  expect(short).toMatch(/kettle…$/);
});

test("many short lines are cut too", () => {
  expect(shorten("a\n".repeat(200)).split("\n").length).toBeLessThan(30);
});

test("no emoji is cut in half", () => {
  expect(shorten("😀".repeat(2_000)).isWellFormed()).toBe(true);
});
