import { expect, test } from "vitest";
import type { Template } from "@/lib/templates/types";
import { familiesOf, templateIn } from "./families";

const template = (name: string, language: string, isRefused = false, isFavourite = false) =>
  ({
    isFavourite,
    wabaId: "1",
    name,
    language,
    refusal: isRefused ? { code: "template_paused", reason: "", nextStep: "" } : null,
  }) as Template;

const [family] = familiesOf([template("order", "ar"), template("order", "en_US"), template("order", "es")]);
const chosen = (...languages: (string | null)[]) => family && templateIn(family, languages)?.language;

test("languages of one name are one family, in their order", () => {
  const families = familiesOf([template("a", "en"), template("a", "es"), template("b", "en")]);
  expect(families.map(({ name, templates }) => [name, templates.length])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

test("favourites come first, and what cannot be sent last", () => {
  const list = [template("a", "en", true), template("b", "en"), template("c", "en", false, true), template("d", "en")];
  expect(familiesOf(list).map(({ name }) => name)).toEqual(["c", "b", "d", "a"]);
});

test("the customer's language comes before the agent's, with or without its region", () => {
  expect(chosen("es", "en-GB")).toBe("es");
  expect(chosen("es-MX", "en")).toBe("es");
  expect(chosen(null, "en-GB")).toBe("en_US");
  expect(chosen("fr", null)).toBe("ar");
});

test("one that can be sent comes before one that cannot", () => {
  const [mixed] = familiesOf([template("order", "en", true), template("order", "es")]);
  expect(mixed && templateIn(mixed, ["en"])?.language).toBe("es");
});
