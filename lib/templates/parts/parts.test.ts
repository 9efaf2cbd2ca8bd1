import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkMessage } from "@/simulator/meta/check-message";
import { demoTemplates } from "@/simulator/meta/demo-templates";
import { renderTemplate } from "@/simulator/meta/render-template";
import { findIn } from "@/simulator/meta/templates";
import { componentsOf } from "./components-of";
import { problemsOf } from "./problems";
import { readParts } from "./read-parts";
import { showTemplate } from "./show";
import { type Slot, slotsOf } from "./slots";
import type { SlotValue, TemplateValues } from "./values";
import { valuesOf } from "./values-of";

const demo = demoTemplates().map((template) => ({ ...template, status: "APPROVED" }));
const find = findIn(demo);
const named = (name: string, language = "en") => {
  const template = find(name, language);
  if (!template) throw new Error(`The demo has no ${name} in ${language}.`);
  return { template, parts: readParts(template.components) };
};

const valueFor = ({ kind, key }: Slot): SlotValue => {
  if (kind === "location") return { latitude: "52.5", longitude: "13.4", name: "Shop", address: "Main Street 1" };
  if (kind === "image" || kind === "video" || kind === "document") return { link: `https://example.com/${key}` };
  if (kind === "end") return "2199-01-01T18:00:00.000Z";
  return kind === "code" ? "LIGHT15" : `v ${key}`.slice(0, 14);
};

const allFilled = (slots: Slot[]): TemplateValues =>
  Object.fromEntries(slots.map((slot) => [slot.key, valueFor(slot)]));

describe.each(demo.map((template) => [`${template.name} ${template.language}`, template] as const))(
  "%s",
  (_, template) => {
    const parts = readParts(template.components);
    const slots = slotsOf(parts, template.category);
    const facts = { category: template.category, parameterFormat: template.parameter_format };
    const values = allFilled(slots);
    const components = componentsOf(parts, facts, values);
    const send = { name: template.name, language: { code: template.language }, components };

    test("filled in, it is taken by Meta", () => {
      const body = { messaging_product: "whatsapp", to: "+16505551234", type: "template", template: send };
      const context = {
        senderDigits: "1",
        findMediaType: () => undefined,
        findTemplate: find,
        isReaction: () => false,
      };
      expect(() => checkMessage(body, context)).not.toThrow();
    });

    test("the values come back out of the send, without problems and with nothing left over", () => {
      const { values: read, extras } = valuesOf(parts, template.parameter_format, components);
      expect(extras).toEqual([]);
      expect(read).toMatchObject(values);
      expect(problemsOf(parts, template.category, read)).toEqual([]);
    });

    test("it is shown with the words that the customer's phone shows", () => {
      const shown = showTemplate(parts, template.category, values);
      const phone = renderTemplate(template, send);
      expect(shown.body).toBe(phone.body);
      expect(shown.cards.map(({ body }) => body)).toEqual(phone.cards.map(({ body }) => body));
      expect(shown.footer ?? undefined).toBe(phone.footer);
      expect(shown.buttons.map(({ text }) => text)).toEqual(phone.buttons.map(({ text }) => text));
      expect(shown.header?.type).toBe(phone.header?.type);
      expect(JSON.stringify(shown)).not.toContain("{{");
    });

    test("one value less is missing, and which one is said", () => {
      for (const slot of slots) {
        const { [slot.key]: _gone, ...rest } = values;
        expect(problemsOf(parts, template.category, rest)).toEqual([
          { key: slot.key, code: "missing", most: slot.most },
        ]);
      }
    });
  },
);

test("every kind of slot is in the demo", () => {
  const kinds = demo.flatMap(({ components, category }) =>
    slotsOf(readParts(components), category).map(({ kind }) => kind),
  );
  expect(new Set(kinds)).toEqual(new Set(["text", "image", "video", "document", "location", "link", "code", "end"]));
});

test("a value is never searched for variables, and nothing in it is markup", () => {
  const { parts, template } = named("order_confirmation", "en_US");
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const values = { "body.1": `${one}{{2}}`, "body.2": `$& ${other}` };
      const expected = `Thank you, ${`${one}{{2}}`.trim()}. Your order *${`$& ${other}`.trim()}* is confirmed.`;
      expect(showTemplate(parts, template.category, values).body).toBe(expected);
    }),
  );
});

test("line breaks, tabs and runs of spaces, which Meta refuses, are problems", () => {
  const { parts } = named("order_confirmation", "en_US");
  for (const text of ["a\nb", "a\tb", "a     b"]) {
    const [problem] = problemsOf(parts, "UTILITY", { "body.1": text, "body.2": "1" });
    expect(problem).toMatchObject({ key: "body.1", code: "line_break" });
  }
});

test("a value may be short enough and the filled text still too long", () => {
  const { parts } = named("order_confirmation", "en_US");
  const values = { "body.1": "a".repeat(600), "body.2": "b".repeat(600) };
  expect(problemsOf(parts, "UTILITY", values)).toEqual([{ key: "body", code: "whole_too_long", most: 1_024 }]);
  expect(problemsOf(parts, "UTILITY", { "body.1": "a".repeat(1_025), "body.2": "b" })).toMatchObject([
    { key: "body.1", code: "too_long" },
    { key: "body", code: "whole_too_long" },
  ]);
});

test("a card has its own limit", () => {
  const { parts, template } = named("new_arrivals");
  const values = { ...allFilled(slotsOf(parts, template.category)), "card.1.body.1": "x".repeat(150) };
  expect(problemsOf(parts, template.category, values)).toMatchObject([{ key: "card.1.body", code: "whole_too_long" }]);
});

test.each([
  ["javascript:alert(1)", "bad_link"],
  ["not a link", "bad_link"],
  ["", "missing"],
])("a file at %j cannot be sent: %s", (link, code) => {
  const { parts } = named("promo");
  const values = { header: { link }, "body.1": "A", "button.0": "a" };
  expect(problemsOf(parts, "MARKETING", values)).toMatchObject([{ key: "header", code }]);
});

test.each([
  [{ latitude: "91", longitude: "0" }, "bad_location"],
  [{ latitude: "here", longitude: "0" }, "bad_location"],
  [{ latitude: "", longitude: "0" }, "missing"],
])("a place at %j cannot be sent: %s", (place, code) => {
  const { parts } = named("pickup_point");
  const values = { header: { name: "Shop", address: "Main Street", ...place }, "body.1": "A" };
  expect(problemsOf(parts, "UTILITY", values)).toMatchObject([{ key: "header", code }]);
});

const text = (value: string, parameter_name?: string) => ({
  type: "text",
  text: value,
  ...(parameter_name ? { parameter_name } : {}),
});

test.each([
  [
    "one value too many",
    "order_confirmation",
    "en_US",
    [{ type: "body", parameters: ["a", "b", "c"].map((v) => text(v)) }],
  ],
  ["a header where there is none", "order_confirmation", "en_US", [{ type: "header", parameters: [text("a")] }]],
  ["values for a fixed header", "hello_world", "en_US", [{ type: "header", parameters: [text("a")] }]],
  [
    "a button that is not there",
    "promo",
    "en",
    [{ type: "button", sub_type: "url", index: "5", parameters: [text("a")] }],
  ],
  [
    "a button of another kind",
    "promo",
    "en",
    [{ type: "button", sub_type: "copy_code", index: "0", parameters: [text("a")] }],
  ],
  [
    "a name that the template does not have",
    "order_confirmation_named",
    "en_US",
    [{ type: "body", parameters: [text("a", "colour")] }],
  ],
  [
    "no name where names are asked for",
    "order_confirmation_named",
    "en_US",
    [{ type: "body", parameters: [text("a")] }],
  ],
  ["a text in place of a picture", "promo", "en", [{ type: "header", parameters: [text("a")] }]],
  [
    "a picture in place of a text",
    "order_confirmation",
    "en_US",
    [{ type: "body", parameters: [{ type: "image", image: { id: "1" } }] }],
  ],
  ["a carousel where there is none", "promo", "en", [{ type: "carousel", cards: [{ card_index: 0, components: [] }] }]],
  ["a card too many", "new_arrivals", "en", [{ type: "carousel", cards: [{ card_index: 7, components: [] }] }]],
  ["an offer that does not end", "promo", "en", [{ type: "limited_time_offer", parameters: [] }]],
  [
    "the same value twice",
    "promo",
    "en",
    [
      { type: "body", parameters: [text("a")] },
      { type: "body", parameters: [text("b")] },
    ],
  ],
] as const)("%s is left over, and where is said", (_, name, language, components) => {
  const { parts, template } = named(name, language);
  const { extras } = valuesOf(parts, template.parameter_format, components as never);
  expect(extras).toHaveLength(1);
  expect(extras[0]?.path).toMatch(/^template\.components\.\d/);
});

test("a part that is not known is kept, and says that it cannot be filled in here", () => {
  const parts = readParts([
    { type: "HEADER", format: "PRODUCT" },
    { type: "BODY", text: "Look" },
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
    { type: "BUTTONS", buttons: [{ type: "MPM", text: "See the items" }] },
    { type: "SOMETHING_NEW" },
    null,
  ]);
  expect(parts.body).toBe("Look");
  expect(parts.unfillable).toEqual(["PRODUCT", "MPM"]);
});

test("an offer that has ended by the time it leaves is refused, and one that has no end takes none", () => {
  const { parts, template } = named("weekend_offer");
  const values = { ...allFilled(slotsOf(parts, template.category)), offer: "2026-11-22T18:00:00.000Z" };
  const at = (leavesAt: string) => problemsOf(parts, "MARKETING", values, new Date(leavesAt));
  expect(at("2026-11-22T17:59:00Z")).toEqual([]);
  expect(at("2026-11-22T18:00:00Z")).toMatchObject([{ key: "offer", code: "past" }]);
  expect(showTemplate(parts, "MARKETING", values).offer).toEqual({ text: "This weekend", endsAt: values.offer });
  const endless = readParts([
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Soon", has_expiration: false } },
    { type: "BODY", text: "Look" },
  ]);
  expect(slotsOf(endless, "MARKETING")).toEqual([]);
  expect(componentsOf(endless, { category: "MARKETING", parameterFormat: "POSITIONAL" }, {})).toEqual([]);
});

test("the end of an offer is read as a number or as one in quotes", () => {
  const { parts } = named("weekend_offer");
  const given = (expiration_time_ms: unknown) =>
    valuesOf(parts, "POSITIONAL", [
      {
        type: "limited_time_offer",
        parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms } }],
      },
    ]);
  for (const end of [1_795_000_000_000, "1795000000000"])
    expect(given(end).values.offer).toBe(new Date(1_795_000_000_000).toISOString());
  expect(given("soon").extras).toHaveLength(1);
});

test("components that are no components are read as nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), (components) => {
      expect(() => showTemplate(readParts(components), "UTILITY", {})).not.toThrow();
    }),
  );
});
