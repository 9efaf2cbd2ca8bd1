import { describe, expect, it } from "vitest";
import { verdictOf } from "./row";

const atLeast = { better: "more", aim: 50, floor: 30 } as const;
const atMost = { better: "less", aim: 50, floor: 250 } as const;

describe("a verdict", () => {
  it.each([
    [{ ...atLeast, figure: 50 }, "aim reached"],
    [{ ...atLeast, figure: 49.9 }, "above the floor"],
    [{ ...atLeast, figure: 30 }, "above the floor"],
    [{ ...atLeast, figure: 29.9 }, "below the floor"],
    [{ ...atMost, figure: 50 }, "aim reached"],
    [{ ...atMost, figure: 250 }, "above the floor"],
    [{ ...atMost, figure: 251 }, "below the floor"],
  ])("says of %o: %s", (row, verdict) => {
    expect(verdictOf(row)).toBe(verdict);
  });

  it("never fails a figure that has no floor", () => {
    expect(verdictOf({ better: "less", aim: 100, figure: 1_000 })).toBe("below the aim");
  });

  it("fails a figure that is not a number", () => {
    expect(verdictOf({ ...atMost, figure: Number.NaN })).toBe("below the floor");
  });
});
