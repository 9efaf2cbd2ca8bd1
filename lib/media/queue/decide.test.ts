import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "@/lib/time";
import type { GraphFailure } from "@/lib/whatsapp";
import { decide, notFetched, outcomeOf } from "./decide";

const failure = (
  error: Partial<GraphFailure["error"]>,
  outcome: GraphFailure["outcome"] = "refused",
): GraphFailure => ({
  ok: false,
  outcome,
  error: {
    code: null,
    subcode: null,
    title: null,
    message: null,
    details: null,
    isTransient: false,
    httpStatus: 400,
    traceId: null,
    transport: null,
    ...error,
  },
});

describe("what Meta answers", () => {
  test.each([
    ["an id that expired", "address", failure({ code: 100, subcode: 33 }), "failed"],
    ["a file Meta could not load itself", "address", failure({ code: 131052 }), "failed"],
    ["an address on another host", "download", failure({ transport: "forbidden_url" }, "not_sent"), "failed"],
    ["an address in a private network", "download", failure({ transport: "forbidden_address" }, "not_sent"), "failed"],
    ["a dead token", "address", failure({ code: 190 }), "wait"],
    ["a missing permission", "address", failure({ code: 10 }), "wait"],
    ["too many calls", "address", failure({ code: 130429 }), "wait"],
    ["no network", "address", failure({ transport: "dns" }, "not_sent"), "wait"],
    ["an address that grew old", "download", failure({ httpStatus: 404, transport: "unreadable" }), "retry"],
    ["a server's error", "address", failure({ httpStatus: 500, transport: "unreadable" }, "ambiguous"), "retry"],
    ["a 404 that is not Meta's", "address", failure({ httpStatus: 404, transport: "unreadable" }), "retry"],
    ["a broken connection", "download", failure({ transport: "reset" }, "ambiguous"), "retry"],
    ["a passing fault", "address", failure({ code: 131000 }), "retry"],
  ] as const)("%s", (_, step, answer, kind) => {
    expect(outcomeOf(answer, step).kind).toBe(kind);
  });
});

describe("what becomes of the file", () => {
  const now = new Date("2026-06-01T12:00:00Z");
  const fresh = (attempts: number) => ({ attempts, createdAt: new Date(now.getTime() - HOUR) });

  test("attempts lie further and further apart, and the sixth is the last", () => {
    const verdicts = [1, 2, 3, 4, 5, 6].map((attempts) => decide(notFetched.damaged, fresh(attempts), now));
    const delays = verdicts.flatMap((verdict) => (verdict.kind === "again" ? [verdict.delayMs] : []));
    expect(delays).toHaveLength(5);
    expect(delays).toEqual([...delays].sort((one, other) => one - other));
    expect(verdicts[5]).toEqual({ kind: "failed", failure: notFetched.damaged.failure });
  });

  test("waiting for a token does not use up attempts", () => {
    expect(decide(notFetched.token, fresh(6), now)).toMatchObject({ kind: "again", attempts: 5 });
  });

  test("after seven days Meta has it no more, so waiting ends with the reason", () => {
    const createdAt = new Date(now.getTime() - 7 * DAY + MINUTE);
    expect(decide(notFetched.token, { attempts: 1, createdAt }, now)).toEqual({
      kind: "failed",
      failure: notFetched.token.failure,
    });
  });
});
