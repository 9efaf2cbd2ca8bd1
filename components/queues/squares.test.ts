import { expect, test } from "vitest";
import { squaresOf } from "./squares";

const weights = { waitingOnUs: 100, waitingOnCustomer: 50, snoozed: 10 };
const drawn = (waitingOnUs: number, waitingOnCustomer: number, snoozed: number, capacity = 6) => {
  const { squares, over } = squaresOf({ waitingOnUs, waitingOnCustomer, snoozed }, weights, capacity);
  return squares.map((square) => square[0]).join("") + (over > 0 ? `+${over}` : "");
};

test("who waits for us fills a square, who waits for the customer half of one, who sleeps a tenth", () => {
  expect(drawn(3, 4, 0)).toBe("fffhhe");
  expect(drawn(0, 1, 0)).toBe("heeeee");
  expect(drawn(0, 0, 10)).toBe("heeeee");
  expect(drawn(0, 0, 0)).toBe("eeeeee");
});

test("what goes beyond the capacity is a number", () => {
  expect(drawn(8, 0, 0)).toBe("ffffff+2");
  expect(drawn(1, 0, 0, 0)).toBe("+1");
});
