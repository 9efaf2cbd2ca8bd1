import { describe, expect, it } from "vitest";
import type { ServiceLevelPolicy } from "@/lib/service-levels/types";
import { MINUTE } from "@/lib/time";
import { type Clock, clockOf } from "./clock";
import { type Change, type Facts, type Level, type Running, timersAfter } from "./timers-after";

const calendar = clockOf(null);
const start = Date.UTC(2026, 10, 20, 9);
const at = (minutes: number) => new Date(start + minutes * MINUTE);
const policy: ServiceLevelPolicy = {
  id: "p",
  name: "Gold",
  firstReplyMinutes: 10,
  nextReplyMinutes: 20,
  resolutionMinutes: 100,
  inHours: false,
  warnAtPercent: 80,
};
const waiting: Facts = {
  state: "queued",
  owner: "us",
  isSpam: false,
  departmentId: "d",
  openedAt: at(0),
  resolvedAt: null,
  waitingSince: at(0),
  windowClosesAt: at(24 * 60 - 1),
  wasAnswered: false,
  wasResolved: false,
};
const answered: Partial<Facts> = { state: "open", waitingSince: null, wasAnswered: true };
const level = (change: Change): Level | null => (change.do === "start" || change.do === "change" ? change.level : null);
const words = (changes: Change[]) =>
  changes.map((change) => `${change.do} ${level(change)?.kind ?? ("kind" in change && change.kind)}`);

/** As a conversation that goes through some moments: what runs after them, and what was done at the last. */
function through(
  steps: {
    minutes: number;
    /** When it is looked at, where that is later. */
    now?: number;
    facts?: Partial<Facts>;
    answeredAt?: number;
    policy?: ServiceLevelPolicy | null;
    clock?: Clock;
  }[],
) {
  let running: Running[] = [];
  let changes: Change[] = [];
  let wasResolved = false;
  for (const { minutes, now = minutes, facts = {}, answeredAt, policy: chosen = policy, clock = calendar } of steps) {
    const seen = running.map((each) => ({
      ...each,
      answeredAt: answeredAt !== undefined && at(answeredAt) >= each.startedAt ? at(answeredAt) : each.answeredAt,
    }));
    changes = timersAfter({ ...waiting, wasResolved, ...facts }, seen, {
      policy: chosen,
      clock,
      at: at(minutes),
      now: at(now),
    });
    wasResolved ||= changes.some((change) => change.do === "meet" && change.kind === "resolution");
    const gone = changes.flatMap((change) => (change.do === "meet" || change.do === "cancel" ? [change.id] : []));
    running = seen
      .filter(({ id }) => !gone.includes(id))
      .map((each) => {
        const change = changes.find((one) => one.do === "change" && one.id === each.id);
        return change?.do === "change" ? { ...each, ...change.level } : each;
      });
    running.push(
      ...changes.flatMap((change) =>
        change.do === "start" ? [{ ...change.level, id: `${change.level.kind} ${minutes}`, answeredAt: null }] : [],
      ),
    );
  }
  const dueOf = (kind: string) => {
    const due = running.find((each) => each.kind === kind)?.dueAt;
    return due ? (due.getTime() - start) / MINUTE : due;
  };
  return { running, changes: words(changes), dueOf, raw: changes };
}

describe("a customer writes", () => {
  it("for the first time: a first reply, a resolution and the service window run from then", () => {
    const { changes, dueOf } = through([{ minutes: 1 }]);
    expect(changes).toEqual(["start first_reply", "start window", "start resolution"]);
    expect([dueOf("first_reply"), dueOf("resolution"), dueOf("window")]).toEqual([10, 100, 24 * 60 - 1]);
  });

  it("again before an answer: the promise stays where it was, the window moves", () => {
    const { dueOf, changes } = through([{ minutes: 0 }, { minutes: 5, facts: { windowClosesAt: at(24 * 60 + 4) } }]);
    expect([changes, dueOf("first_reply"), dueOf("window")]).toEqual([["change window"], 10, 24 * 60 + 4]);
  });

  it("and that is followed late: what was told since stays told, and nothing changes", () => {
    const { changes, running } = through([{ minutes: 0 }, { minutes: 5 }]);
    expect([changes, running.length]).toEqual([[], 3]);
    const told = running.map((each) => ({ ...each, warnedAt: at(9), missedAt: at(11) }));
    const late = { policy, clock: calendar, at: at(7), now: at(7) };
    expect(timersAfter(waiting, told, late)).toEqual([]);
  });

  it("after an answer: the next reply is promised", () => {
    const { changes, dueOf } = through([
      { minutes: 0 },
      { minutes: 3, facts: answered, answeredAt: 3 },
      { minutes: 7, facts: { ...answered, waitingSince: at(7) } },
    ]);
    expect([changes, dueOf("next_reply")]).toEqual([["change resolution", "start next_reply", "start window"], 27]);
  });

  it("and nothing is promised: only the window runs", () => {
    expect(through([{ minutes: 0, policy: null }]).changes).toEqual(["start window"]);
  });

  it("earlier than was known: it is due earlier", () => {
    expect(
      through([
        { minutes: 5, facts: { waitingSince: at(4) } },
        { minutes: 6, facts: { waitingSince: at(2) } },
      ]).dueOf("first_reply"),
    ).toBe(12);
  });
});

describe("an answer", () => {
  it("meets the promise when it was written, and the window is no matter any more", () => {
    const { raw } = through([{ minutes: 0 }, { minutes: 5, facts: answered, answeredAt: 3 }]);
    expect(raw).toMatchObject([
      { do: "meet", kind: "first_reply", at: at(3) },
      { do: "meet", kind: "window" },
      { do: "change" },
    ]);
  });

  it("that is seen only after the customer wrote again meets the one, and the next begins", () => {
    const late = { ...answered, waitingSince: at(8) };
    const { changes, dueOf } = through([{ minutes: 0 }, { minutes: 9, facts: late, answeredAt: 3 }]);
    expect(changes).toEqual(["meet first_reply", "meet window", "start next_reply", "start window"]);
    expect(dueOf("next_reply")).toBe(28);
  });
});

describe("a resolution", () => {
  it("stands still while we wait for the customer, and goes on with what is left", () => {
    const steps = [{ minutes: 0 }, { minutes: 30, facts: answered, answeredAt: 30 }];
    expect(through(steps).dueOf("resolution")).toBeNull();
    const again = { minutes: 200, facts: { ...answered, waitingSince: at(200) } };
    expect(through([...steps, again]).dueOf("resolution")).toBe(270);
  });

  it("stands still while the conversation sleeps, and a reply that is waited for does not", () => {
    const { dueOf } = through([{ minutes: 0 }, { minutes: 4, facts: { state: "snoozed" } }]);
    expect([dueOf("resolution"), dueOf("first_reply")]).toEqual([null, 10]);
  });

  it("is met when the conversation is resolved, and promised anew when it is reopened", () => {
    const resolved = { ...answered, state: "resolved", resolvedAt: at(50) } as const;
    const steps = [{ minutes: 0 }, { minutes: 40, facts: answered, answeredAt: 40 }, { minutes: 50, facts: resolved }];
    expect(through(steps).changes).toEqual(["meet resolution"]);
    const reopened = { minutes: 500, facts: { wasAnswered: true, waitingSince: at(500), wasResolved: true } };
    expect(through([...steps, reopened]).dueOf("resolution")).toBe(600);
  });
});

describe("nothing is promised", () => {
  it.each([
    ["of spam", { isSpam: true, state: "resolved", resolvedAt: at(5), waitingSince: null }],
    ["of a thread that another responder owns", { owner: "other", waitingSince: null }],
    ["of a thread that a bot answers", { state: "bot" }],
  ] as [string, Partial<Facts>][])("%s, and what ran ends", (_, facts) => {
    expect(through([{ minutes: 0, facts }]).changes).toEqual([]);
    const { changes } = through([{ minutes: 0 }, { minutes: 5, facts }]);
    expect(changes).toEqual(["cancel first_reply", "cancel window", "cancel resolution"]);
  });

  it("of a conversation that is resolved without an answer: the reply is neither kept nor missed", () => {
    const resolved = { state: "resolved", resolvedAt: at(5), waitingSince: null } as const;
    const { changes } = through([{ minutes: 0 }, { minutes: 5, facts: resolved }]);
    expect(changes).toEqual(["cancel first_reply", "cancel window", "meet resolution"]);
  });
});

describe("another policy", () => {
  const strict = { ...policy, id: "q", firstReplyMinutes: 5, resolutionMinutes: null };

  it("holds from when the customer began to wait, and what it does not promise ends", () => {
    const { changes, dueOf } = through([{ minutes: 0 }, { minutes: 2, policy: strict, facts: { departmentId: "e" } }]);
    expect([changes, dueOf("first_reply")]).toEqual([["cancel resolution", "change first_reply", "change window"], 5]);
  });

  it("that leaves more time makes good what was missed by the one before", () => {
    const run = through([{ minutes: 0 }]).running.map((each) => ({ ...each, missedAt: at(10), warnedAt: at(8) }));
    const generous = { ...policy, firstReplyMinutes: 60 };
    const [change] = timersAfter(waiting, run, { policy: generous, clock: calendar, at: at(12), now: at(12) });
    expect(change).toMatchObject({ do: "change", level: { dueAt: at(60), missedAt: null, warnedAt: null } });
  });
});

it("asked twice, the second time changes nothing", () => {
  for (const facts of [{}, answered, { state: "snoozed" as const }]) {
    const steps = [{ minutes: 0 }, { minutes: 30, facts, answeredAt: 30 }];
    expect(through([...steps, { minutes: 31, facts }]).changes).toEqual([]);
  }
});

it("in business hours the evening and the night do not count", () => {
  const day = [{ from: "09:00", to: "17:00" }];
  const office = clockOf({ timeZone: "UTC", weekly: [day, day, day, day, day, [], []], exceptions: [] });
  const evening: Facts = { ...waiting, waitingSince: at(7 * 60 + 55), openedAt: at(7 * 60 + 55) };
  const measure = { policy, clock: office, at: at(7 * 60 + 55), now: at(7 * 60 + 55) };
  const due = timersAfter(evening, [], measure).flatMap((change) => level(change)?.dueAt?.toISOString() ?? []);
  // From Friday at 16:55: five minutes then, the rest on Monday. The window is Meta's, and knows no night.
  expect(due).toEqual(["2026-11-23T09:05:00.000Z", at(24 * 60 - 1).toISOString(), "2026-11-23T10:35:00.000Z"]);
});

it("where nobody is ever there, nothing falls due", () => {
  expect(through([{ minutes: 0, clock: { ...calendar, add: () => null } }]).dueOf("first_reply")).toBeNull();
});
