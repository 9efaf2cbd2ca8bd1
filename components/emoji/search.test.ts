import { expect, test } from "vitest";
import { loadEmoji } from "./catalogue";
import { inTone } from "./habits";
import { searchEmoji } from "./search";

const found = async (query: string, locale = "en") =>
  searchEmoji(await loadEmoji(locale), query).map(({ unicode }) => unicode.replaceAll("\uFE0F", ""));

test("an emoji is found by its name, by its tags and by several words", async () => {
  expect(await found("thumbs up")).toContain("👍");
  expect((await found("rocket"))[0]).toBe("🚀");
  expect(await found("high five")).toContain("✋");
});

test("accents and case keep nothing from being found, in the reader's language", async () => {
  expect(await found("CORAZON", "es")).toContain("❤");
  expect(await found("coração", "pt-BR")).toContain("❤");
});

test("a language without words of its own searches in English, and nonsense finds nothing", async () => {
  expect(await found("rocket", "ar")).toContain("🚀");
  expect(await found("qqxzy")).toEqual([]);
});

test("hands come in the chosen tone, and what has none stays as it is", async () => {
  const all = (await loadEmoji("en")).flatMap(({ emoji }) => emoji);
  const named = (label: string) => all.find((each) => each.label === label);
  const [hand, rocket, shake] = [named("raised hand"), named("rocket"), named("handshake")];
  if (!hand || !rocket || !shake) throw new Error("Unicode has these.");
  expect([inTone(hand, 0).startsWith("✋"), inTone(hand, 1), inTone(hand, 5)]).toEqual([true, "✋🏻", "✋🏿"]);
  expect(inTone(rocket, 3)).toBe("🚀");
  expect(inTone(shake, 2)).toBe("🤝🏼");
});
