import { expect, test } from "vitest";
import { avatarColour } from "./avatar-colour";

test("the same seed has the same colour", () => {
  expect(avatarColour("Sheena Nelson")).toBe(avatarColour("Sheena Nelson"));
});

test("different seeds spread over several colours", () => {
  const colours = new Set(Array.from({ length: 100 }, (_, at) => avatarColour(`contact ${at}`)));
  expect(colours.size).toBeGreaterThan(5);
});
