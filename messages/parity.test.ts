import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { directionOf, languages } from "@/lib/languages";
import { isolateValues } from "./isolate-values";
import { messagesOf } from "./leaves";
import { sameAsInEnglish } from "./same-as-in-english";

const english = messagesOf("en");

describe.each(languages.map((language) => ({ language, messages: messagesOf(language) })))(
  "$language",
  ({ language, messages }) => {
    const each = [...messages].map(([key, text]) => ({ key, elements: parse(text), text }));

    it("has every message that English has, and no other", () => {
      expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    });

    it("fills the same values into each message, and marks the same parts", () => {
      const expected = new Map([...english].map(([key, text]) => [key, valuesIn(parse(text))]));
      for (const { key, elements } of each) expect(valuesIn(elements), key).toEqual(expected.get(key));
    });

    it("keeps its values where a line from right to left sets them apart", () => {
      if (directionOf(language) === "ltr") return;
      for (const { key, text, elements } of each)
        expect(valuesIn(parse(isolateValues(text))), key).toEqual(valuesIn(elements));
    });

    // Up to 999: from a million on, Spanish and Portuguese have a form that no count of a console comes to.
    it("has the plural forms that it counts to 999 with", () => {
      const rules = new Intl.PluralRules(language);
      const needed = [...new Set(Array.from({ length: 999 }, (_, at) => rules.select(at + 1)))];
      for (const { key, elements } of each) {
        const isCounted = pluralsIn(parse(english.get(key) ?? "")).some((forms) => forms.includes("one"));
        for (const forms of isCounted ? pluralsIn(elements) : [])
          expect(forms, key).toEqual(expect.arrayContaining(needed));
      }
    });

    it("leaves no message in English but names and what is the same in both", () => {
      if (language === "en") return;
      const allowed = new Set(sameAsInEnglish[language]);
      const left = each.filter(
        ({ key, text, elements }) => text === english.get(key) && hasWords(elements) && !allowed.has(text),
      );
      expect(left.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
    });

    it("writes digits as the console writes its counts, and begins and ends no message with a space", () => {
      for (const { key, text } of each) {
        expect(text, key).not.toMatch(/[\u0660-\u0669\u06F0-\u06F9]/);
        expect(text.trim(), key).toBe(text);
      }
    });
  },
);

/** Names of arguments with their kinds and choices, and of tags; a value that is filled in twice is there once. */
function valuesIn(elements: MessageFormatElement[]): string[] {
  return [...new Set(elements.flatMap(namesOf))].sort();
}

function namesOf(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return [`<${element.value}>`, ...element.children.flatMap(namesOf)];
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [`${element.value}:${TYPE[element.type]}`];
  const choices = element.type === TYPE.select ? Object.keys(element.options).sort().join("|") : "";
  const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(namesOf));
  return [`${element.value}:${TYPE[element.type]}:${choices}`, ...inner];
}

function pluralsIn(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralsIn(element.children);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [Object.keys(element.options), ...inner] : inner;
  });
}

function hasWords(elements: MessageFormatElement[]): boolean {
  return elements.some((element) => {
    if (element.type === TYPE.literal) return /\p{L}/u.test(element.value);
    if (element.type === TYPE.tag) return hasWords(element.children);
    return element.type === TYPE.select || element.type === TYPE.plural;
  });
}
