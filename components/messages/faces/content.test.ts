import { expect, test } from "vitest";
import { contentOf } from "./content";

test("a known type with its part is read", () => {
  expect(contentOf({ type: "text", content: { text: { body: "Hi" } } })).toEqual({
    type: "text",
    text: { body: "Hi" },
  });
});

test.each([
  ["a type of the future", { type: "hologram", content: { hologram: {} } }],
  ["a type without its part", { type: "image", content: {} }],
  ["a part that is no object", { type: "text", content: { text: "Hi" } }],
])("%s has no face and is shown as it came", (_, message) => {
  expect(contentOf(message)).toBeNull();
});
