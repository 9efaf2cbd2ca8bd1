import { expect, test } from "vitest";
import type { GraphError, GraphResult } from "@/lib/whatsapp";
import { decide } from "./decide";

const nothing: GraphError = {
  code: null,
  subcode: null,
  title: null,
  message: null,
  details: null,
  isTransient: false,
  httpStatus: null,
  traceId: null,
  transport: null,
};

const refused = (code: number, more: Partial<GraphError> = {}): GraphResult<never> => ({
  ok: false,
  outcome: "refused",
  error: { ...nothing, code, ...more },
});

const now = new Date();
const kindOf = (result: GraphResult<never>, attempts = 1) => decide(result, attempts, now).kind;

test.each([
  [131026, "failed", "a person who is not on WhatsApp"],
  [131047, "failed", "a closed window"],
  [131049, "failed", "Meta's own cap on marketing"],
  [131070, "failed", "another responder's thread"],
  [132015, "failed", "a paused template"],
  [130497, "failed", "a country this business may not message"],
  [131030, "failed", "a recipient that is not on a test list"],
  [999_999, "failed", "a code nobody knows"],
  [131016, "retry", "a service that is not available"],
  [1, "retry", "Meta's own failure"],
  [130429, "slow_down", "the number's throughput"],
  [80007, "slow_down", "the account's calls"],
  [131056, "slow_down", "the pair's rate"],
  [131057, "slow_down", "maintenance"],
  [190, "stop_channel", "a dead token"],
  [10, "stop_channel", "a missing permission"],
  [131031, "stop_channel", "a locked account"],
  [131042, "stop_channel", "missing payment"],
  [368, "stop_channel", "a blocked account"],
])("%i leads to %s: %s", (code, kind) => {
  expect(kindOf(refused(code))).toBe(kind);
});

test("100 is bad input, and with subcode 33 a number that is gone", () => {
  expect(kindOf(refused(100))).toBe("failed");
  expect(decide(refused(100, { subcode: 33 }), 1, now)).toEqual({ kind: "stop_channel", code: 33 });
});

test("the pair's rate slows one person, the number's rate slows the number", () => {
  expect(decide(refused(131056), 1, now)).toMatchObject({ scope: "pair" });
  expect(decide(refused(130429), 1, now)).toMatchObject({ scope: "channel" });
});

test("a transient error is tried five times with growing pauses, code 1 twice", () => {
  const delays = [1, 2, 3, 4].map((attempts) => decide(refused(131016), attempts, now));
  expect(delays.map(({ kind }) => kind)).toEqual(["retry", "retry", "retry", "retry"]);
  const [first, , third] = delays.map((each) => (each.kind === "retry" ? each.delayMs : 0));
  expect(third).toBeGreaterThan(4 * (first ?? 0));
  expect(kindOf(refused(131016), 5)).toBe("failed");
  expect(kindOf(refused(1), 2)).toBe("failed");
});

test("what never left is tried again however often", () => {
  const offline: GraphResult<never> = { ok: false, outcome: "not_sent", error: { ...nothing, transport: "connect" } };
  expect(kindOf(offline, 50)).toBe("retry");
});

test("what may have left is never tried again by itself", () => {
  const silent: GraphResult<never> = { ok: false, outcome: "ambiguous", error: { ...nothing, transport: "timeout" } };
  expect(kindOf(silent)).toBe("ambiguous");
});
