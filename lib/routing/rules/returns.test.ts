import { expect, test } from "vitest";
import { MINUTE, SECOND } from "@/lib/time";
import { type Held, returnsDue } from "./returns";

const NOW = Date.UTC(2026, 10, 23, 9);
const desk = {
  ...{ departmentId: "sales", mode: "push" as const, offerMs: 0, stickyMs: 0, overflowMs: null, skillIds: [] },
  ...{ overflowDepartmentId: null, languages: [], returnMs: 5 * MINUTE, unansweredMs: null as number | null },
  mayExceedCapacity: true,
};
const held: Held = {
  ...{ conversationId: "1", departmentId: "sales", memberId: "a", waitingSinceMs: NOW - 9 * MINUTE },
  ...{ assignedAtMs: NOW - 8 * MINUTE, lastSignMs: null, isByHand: false, goneSinceMs: null },
};
const due = (change: Partial<Held>, wanted = desk) =>
  returnsDue([{ ...held, ...change }], new Map([["sales", wanted]]), NOW);

test("whoever went keeps what waits for them for the time of grace", () => {
  expect(due({ goneSinceMs: NOW - 5 * MINUTE }).returns).toMatchObject([{ rule: "agentGone" }]);
  expect(due({ goneSinceMs: NOW - 4 * MINUTE })).toEqual({ returns: [], nextDueAtMs: NOW + MINUTE });
  expect(due({})).toEqual({ returns: [], nextDueAtMs: null });
});

test("given to somebody who is away, it has its time of grace as well", () => {
  const away = { goneSinceMs: NOW - 60 * MINUTE, assignedAtMs: NOW - MINUTE };
  expect(due(away)).toEqual({ returns: [], nextDueAtMs: NOW + 4 * MINUTE });
});

test("what is not answered comes back, at first or after an answer; what a person gave to just them does not", () => {
  const strict = { ...desk, unansweredMs: 90 * SECOND };
  expect(due({}, strict).returns).toMatchObject([{ rule: "unanswered" }]);
  expect(due({ isByHand: true }, strict)).toEqual({ returns: [], nextDueAtMs: null });
  // The customer wrote again after an answer.
  expect(due({ waitingSinceMs: NOW - 2 * MINUTE }, strict).returns).toMatchObject([{ rule: "unanswered" }]);
  expect(due({ waitingSinceMs: NOW - MINUTE }, strict)).toEqual({ returns: [], nextDueAtMs: NOW + 30 * SECOND });
});

test("whoever shows that they are at work on it keeps it for as long again", () => {
  const strict = { ...desk, unansweredMs: 90 * SECOND };
  expect(due({ lastSignMs: NOW - MINUTE }, strict)).toEqual({ returns: [], nextDueAtMs: NOW + 30 * SECOND });
  expect(due({ lastSignMs: NOW - 2 * MINUTE }, strict).returns).toMatchObject([{ rule: "unanswered" }]);
});
