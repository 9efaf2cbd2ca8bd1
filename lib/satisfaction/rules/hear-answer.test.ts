import { describe, expect, it, test } from "vitest";
import { DAY, HOUR, MINUTE } from "@/lib/time";
import { type Awaited, hearAnswer, type Said } from "./hear-answer";
import { scoresOf } from "./scores-of";

const now = new Date("2026-11-21T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const asked: Awaited = {
  id: "s",
  conversationId: "c",
  memberId: null,
  departmentId: null,
  score: null,
  askedAt: ago(HOUR),
  commentAskedAt: null,
  comment: null,
};
const scored: Awaited = { ...asked, score: 5, commentAskedAt: ago(20 * MINUTE) };
const said = (more: Partial<Said>): Said => ({ tapped: null, text: null, at: now, resolvedId: "c", ...more });
const tapped = { surveyId: "s", score: 3 };

describe("an answer", () => {
  it("is a tap on a button, also of a conversation that is not the latest", () => {
    expect(hearAnswer(said({ tapped, resolvedId: null }), [asked])).toEqual({ surveyId: "s", score: 3, comment: null });
  });

  it("counts once: a second tap is heard and changes nothing", () => {
    expect(hearAnswer(said({ tapped }), [scored])).toMatchObject({ surveyId: null });
    expect(hearAnswer(said({ tapped }), [])).toMatchObject({ surveyId: null });
  });

  it("is a number from 1 to 5 by itself", () => {
    expect(hearAnswer(said({ text: " 4 " }), [asked])).toMatchObject({ surveyId: "s", score: 4 });
  });

  it("is the first text soon after the question for a comment", () => {
    expect(hearAnswer(said({ text: "Quick and kind" }), [scored])).toMatchObject({ comment: "Quick and kind" });
  });
});

test.each([
  ["a text before the score", said({ text: "My lamp is broken again" }), asked],
  ["a number that is no score", said({ text: "6" }), asked],
  ["a number days after the question", said({ text: "5" }), { ...asked, askedAt: ago(4 * DAY) }],
  ["a number in a conversation that is open", said({ text: "5", resolvedId: null }), asked],
  ["a text after the comment", said({ text: "Where is my refund?" }), { ...scored, comment: "Quick" }],
  [
    "a text before a comment was asked for, or where it never was",
    said({ text: "Where is my refund?" }),
    { ...scored, commentAskedAt: null },
  ],
  [
    "a text that was written before the question and comes late",
    said({ text: "Where is my refund?", at: ago(21 * MINUTE) }),
    scored,
  ],
  [
    "a text half an hour after that question",
    said({ text: "My lamp is broken again" }),
    { ...scored, commentAskedAt: ago(31 * MINUTE) },
  ],
  ["what is no text, such as a photo", said({}), scored],
] as const)("%s is a message like any other", (_, message, survey) => {
  expect(hearAnswer(message, [survey])).toBeNull();
});

test("buttons stand for scores from 5 down to 1, however many there are", () => {
  expect([2, 3, 4, 5].map(scoresOf)).toEqual([
    [5, 1],
    [5, 3, 1],
    [5, 4, 2, 1],
    [5, 4, 3, 2, 1],
  ]);
});
