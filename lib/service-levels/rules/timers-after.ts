import type { ServiceLevelKind, ServiceLevelPolicy } from "@/lib/service-levels/types";
import { HOUR, MINUTE } from "@/lib/time";
import type { Clock } from "./clock";

/** So long before the service window closes on somebody who waits, one is warned. */
const WINDOW_WARNING_MS = HOUR;

/** A conversation as it is, as far as promises go. */
export type Facts = {
  state: "bot" | "queued" | "open" | "snoozed" | "resolved";
  owner: "us" | "other";
  isSpam: boolean;
  departmentId: string | null;
  openedAt: Date;
  resolvedAt: Date | null;
  waitingSince: Date | null;
  windowClosesAt: Date | null;
  /** Somebody of ours has written in it, before the customer began to wait. */
  wasAnswered: boolean;
  /** A resolution was promised and has ended: what runs now began when the conversation was reopened. */
  wasResolved: boolean;
};

type Times = {
  startedAt: Date;
  runningSince: Date | null;
  usedSeconds: number;
  dueAt: Date | null;
  warnAt: Date | null;
  warnedAt: Date | null;
  missedAt: Date | null;
};

type Whose = { policyId: string | null; departmentId: string | null };

export type Level = Times & Whose & { kind: ServiceLevelKind };

/** One that runs; `answeredAt`: when we first wrote after it began. */
export type Running = Level & { id: string; answeredAt: Date | null };

export type Change =
  | { do: "start"; level: Level }
  | { do: "change"; id: string; level: Level }
  | { do: "meet"; id: string; kind: ServiceLevelKind; at: Date }
  | { do: "cancel"; id: string; kind: ServiceLevelKind };

/** `at`: when what is looked at happened, from which the clock goes on or stands still; what is over is over by `now`. */
export type Measure = { policy: ServiceLevelPolicy | null; clock: Clock; at: Date; now: Date };

/**
 * What becomes of the promises of a conversation, from how it is and what runs: the same whether it is asked once or
 * again, early or late. While we wait for the customer, or the conversation sleeps, its resolution stands still. A reply
 * is waited for as long as the customer does, asleep or not.
 */
export function timersAfter(facts: Facts, running: readonly Running[], measure: Measure): Change[] {
  const kept: Running[] = [];
  const changes: Change[] = [];
  for (const level of running) {
    const end = endOf(level, facts, measure);
    if (end) changes.push(end);
    else kept.push(level);
  }
  for (const level of kept) {
    const next = timed(level.kind, goOn(level, facts, measure), facts, measure);
    if (!sameLevel(level, next)) changes.push({ do: "change", id: level.id, level: next });
  }
  const hasEnded = (kind: ServiceLevelKind) => changes.some((change) => change.do === "meet" && change.kind === kind);
  const again: Facts = { ...facts, wasResolved: facts.wasResolved || hasEnded("resolution") };
  for (const kind of missing(again, kept, measure)) {
    changes.push({ do: "start", level: timed(kind, beginning(kind, again, measure), again, measure) });
  }
  return changes;
}

function isOurs({ owner, isSpam, state }: Facts): boolean {
  return owner === "us" && !isSpam && state !== "bot";
}

function isAlive(facts: Facts): boolean {
  return isOurs(facts) && facts.state !== "resolved";
}

function endOf(level: Running, facts: Facts, { policy }: Measure): Change | null {
  const { id, kind, startedAt, answeredAt } = level;
  const cancel = { do: "cancel", id, kind } as const;
  if (kind === "resolution") {
    if (isOurs(facts) && facts.resolvedAt !== null) return { do: "meet", id, kind, at: facts.resolvedAt };
    return isAlive(facts) && minutesOf(kind, policy) !== null ? null : cancel;
  }
  const isOver = facts.waitingSince === null || facts.waitingSince > startedAt;
  if (isOver && answeredAt !== null) return { do: "meet", id, kind, at: answeredAt };
  if (isOver || !isAlive(facts)) return cancel;
  return kind === "window" || minutesOf(kind, policy) !== null ? null : cancel;
}

/** What runs already, after something has happened. */
function goOn(level: Running, facts: Facts, { clock, at }: Measure): Level {
  if (level.kind !== "resolution") {
    const startedAt = facts.waitingSince ?? level.startedAt;
    return { ...level, startedAt, runningSince: startedAt };
  }
  const runs = resolutionRuns(facts);
  if (runs === (level.runningSince !== null)) return level;
  if (runs) return { ...level, runningSince: at };
  const usedMs = level.runningSince === null ? 0 : clock.between(level.runningSince, at);
  return { ...level, runningSince: null, usedSeconds: level.usedSeconds + Math.round(usedMs / 1_000) };
}

function missing(facts: Facts, kept: readonly Running[], { policy, now }: Measure): ServiceLevelKind[] {
  if (!isAlive(facts)) return [];
  const runs = (...kinds: ServiceLevelKind[]) => kept.some(({ kind }) => kinds.includes(kind));
  const kinds: ServiceLevelKind[] = [];
  const reply = facts.wasAnswered ? "next_reply" : "first_reply";
  if (facts.waitingSince !== null) {
    if (!runs("first_reply", "next_reply") && minutesOf(reply, policy) !== null) kinds.push(reply);
    if (!runs("window") && facts.windowClosesAt !== null && facts.windowClosesAt > now) kinds.push("window");
  }
  if (!runs("resolution") && minutesOf("resolution", policy) !== null) kinds.push("resolution");
  return kinds;
}

function beginning(kind: ServiceLevelKind, facts: Facts, { at }: Measure): Level {
  const since = facts.waitingSince ?? at;
  const isResolution = kind === "resolution";
  const never = { dueAt: null, warnAt: null, warnedAt: null, missedAt: null, policyId: null, departmentId: null };
  return {
    ...never,
    kind,
    startedAt: isResolution && !facts.wasResolved ? facts.openedAt : since,
    runningSince: !isResolution || resolutionRuns(facts) ? since : null,
    usedSeconds: 0,
  };
}

function resolutionRuns({ waitingSince, state }: Facts): boolean {
  return waitingSince !== null && state !== "snoozed";
}

/**
 * When it is due and when one is warned. Another time that lies ahead has been neither warned of nor missed; the same one
 * stays as it was told, by whichever clock.
 */
function timed(kind: ServiceLevelKind, level: Level, facts: Facts, { policy, clock, now }: Measure): Level {
  const isWindow = kind === "window";
  const whose = { policyId: isWindow ? null : (policy?.id ?? null), departmentId: facts.departmentId };
  const { dueAt, warnAt } = isWindow ? windowTimes(level, facts) : promisedTimes(kind, level, policy, clock);
  const liesAheadAnew = (next: Date | null, before: Date | null) =>
    next !== null && next > now && next.getTime() !== before?.getTime();
  return {
    ...level,
    ...whose,
    dueAt,
    warnAt,
    warnedAt: liesAheadAnew(warnAt, level.warnAt) ? null : level.warnedAt,
    missedAt: liesAheadAnew(dueAt, level.dueAt) ? null : level.missedAt,
  };
}

function windowTimes({ dueAt }: Level, { windowClosesAt }: Facts) {
  const closesAt = windowClosesAt ?? dueAt;
  return { dueAt: closesAt, warnAt: closesAt && new Date(closesAt.getTime() - WINDOW_WARNING_MS) };
}

function promisedTimes(
  kind: ServiceLevelKind,
  { runningSince, usedSeconds }: Level,
  policy: ServiceLevelPolicy | null,
  clock: Clock,
) {
  const minutes = minutesOf(kind, policy);
  if (runningSince === null || minutes === null || policy === null) return { dueAt: null, warnAt: null };
  const after = (ms: number) => clock.add(runningSince, Math.max(0, ms - usedSeconds * 1_000));
  const totalMs = minutes * MINUTE;
  return { dueAt: after(totalMs), warnAt: after((totalMs * policy.warnAtPercent) / 100) };
}

function minutesOf(kind: ServiceLevelKind, policy: ServiceLevelPolicy | null): number | null {
  if (policy === null || kind === "window") return null;
  const { firstReplyMinutes, nextReplyMinutes, resolutionMinutes } = policy;
  return { first_reply: firstReplyMinutes, next_reply: nextReplyMinutes, resolution: resolutionMinutes }[kind];
}

const instants = ["startedAt", "runningSince", "dueAt", "warnAt", "warnedAt", "missedAt"] as const;

function sameLevel(one: Level, other: Level): boolean {
  const isSame = one.policyId === other.policyId && one.departmentId === other.departmentId;
  return (
    isSame && one.usedSeconds === other.usedSeconds && instants.every((key) => +(one[key] ?? 0) === +(other[key] ?? 0))
  );
}
