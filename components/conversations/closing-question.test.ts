import { expect, test } from "vitest";
import { closingQuestionOf } from "./closing-question";

const sales = { id: "sales", closingReasons: ["Sold", "No interest"], asksClosingNote: false };
const support = { id: "support", closingReasons: ["Solved", "No interest"], asksClosingNote: true };
const billing = { id: "billing", closingReasons: ["Paid"], asksClosingNote: false };
const plain = { id: "plain", closingReasons: [], asksClosingNote: false };
const departments = [sales, support, billing, plain];

const of = (id: string | null, state: "open" | "resolved" = "open") => ({ state, department: id ? { id } : null });

test("nothing is asked where no department of the selected asks for anything", () => {
  expect(closingQuestionOf([of(null), of("plain")], departments)).toBeNull();
  expect(closingQuestionOf([of("sales", "resolved")], departments)).toBeNull();
});

test("several are asked for once, with the reasons that all of them know", () => {
  expect(closingQuestionOf([of("sales"), of("sales"), of("plain")], departments)).toEqual({
    reasons: ["Sold", "No interest"],
    asksNote: false,
  });
  expect(closingQuestionOf([of("sales"), of("support")], departments)).toEqual({
    reasons: ["No interest"],
    asksNote: true,
  });
});

test("departments that share no reason are offered all of theirs", () => {
  expect(closingQuestionOf([of("sales"), of("billing")], departments)?.reasons).toEqual([
    "Sold",
    "No interest",
    "Paid",
  ]);
});
