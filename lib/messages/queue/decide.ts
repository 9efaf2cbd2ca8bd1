import type { MessageDeparture } from "@/lib/messages/types";
import { MINUTE, SECOND } from "@/lib/time";
import { type Accepted, explain, type GraphError, type GraphFailure, type GraphResult } from "@/lib/whatsapp";

/** What becomes of an attempt, and on what it was let go; without a departure it never left. */
export type Decision = Verdict & { departure?: MessageDeparture };

type Verdict =
  | { kind: "accepted"; wamid: string; at: Date }
  /** For good; `error` is what is stored to be explained later. */
  | { kind: "failed"; code: number | null; error: Record<string, unknown> }
  | { kind: "retry"; delayMs: number }
  /** Trouble of ours that passes kept it from being tried: the attempt does not count. */
  | { kind: "held_up"; delayMs: number }
  /** Meta asks for a slower pace, of the number or towards one person; the attempt does not count. */
  | { kind: "slow_down"; scope: "channel" | "pair"; baseMs: number }
  /** Nothing will leave from this number until an admin acts; the message waits. */
  | { kind: "stop_channel"; code: number }
  /** Meta may have it: only a status, or a person, can tell. */
  | { kind: "ambiguous" };

const MOST_TRANSIENT_ATTEMPTS = 5;
const LONGEST_PAUSE_MS = MINUTE;
const LONGEST_WAIT_MS = 15 * MINUTE;

/** Filed under configuration by Meta's table, but true of one recipient: the number goes on. */
const aboutOneRecipient = new Set([130497, 131030]);

/** @param attempts how many were made, this one included */
export function decide(result: GraphResult<Accepted>, attempts: number, now: Date): Decision {
  if (result.ok) return { kind: "accepted", wamid: result.value.wamid, at: now };
  if (result.outcome === "ambiguous") return { kind: "ambiguous" };
  // Nothing left this machine, so trying again is harmless however often; the message's own expiry ends it.
  if (result.outcome === "not_sent") return { kind: "retry", delayMs: pause(SECOND, 2, attempts) };
  return decideRefusal(result.error, attempts);
}

/** What becomes of a message whose file did not get to Meta. An upload may be repeated, whatever became of it. */
export function decideUpload(failure: GraphFailure, attempts: number, now: Date): Decision {
  const mayRepeat = failure.outcome === "ambiguous" && attempts < MOST_TRANSIENT_ATTEMPTS;
  if (mayRepeat) return { kind: "retry", delayMs: pause(2 * SECOND, 4, attempts) };
  const decision = failure.outcome === "ambiguous" ? failedFor(failure.error) : decide(failure, attempts, now);
  return decision.kind === "failed" ? { ...decision, error: { ...decision.error, step: "upload" } } : decision;
}

function failedFor(error: GraphError): Decision {
  return { kind: "failed", code: codeOf(error), error: stored(error) };
}

function decideRefusal(error: GraphError, attempts: number): Decision {
  const code = codeOf(error);
  const { retryClass, scope, waitMs } = explain(code);
  const failed = failedFor(error);
  if (retryClass === "rate") {
    return { kind: "slow_down", scope: scope === "conversation" ? "pair" : "channel", baseMs: waitMs ?? SECOND };
  }
  if (retryClass === "config") {
    const stops = (scope === "channel" || scope === "account") && code !== null && !aboutOneRecipient.has(code);
    return stops ? { kind: "stop_channel", code } : failed;
  }
  if (retryClass === "wait") {
    const isShort = waitMs !== undefined && waitMs <= LONGEST_WAIT_MS;
    return isShort && scope === "channel" ? { kind: "slow_down", scope: "channel", baseMs: waitMs } : failed;
  }
  if (retryClass === "transient" || (error.isTransient && retryClass === "input")) {
    return attempts < mostAttempts(code) ? { kind: "retry", delayMs: pause(2 * SECOND, 4, attempts) } : failed;
  }
  return failed;
}

/** Meta answers 100 both for a bad parameter and, with subcode 33, for a number that is gone or out of reach. */
function codeOf({ code, subcode }: GraphError): number | null {
  return code === 100 && subcode === 33 ? 33 : code;
}

/** Code 1 is either Meta's trouble or a request that will never work: one more try tells. */
function mostAttempts(code: number | null): number {
  return code === 1 ? 2 : MOST_TRANSIENT_ATTEMPTS;
}

function stored({ code, title, message, details, traceId, httpStatus }: GraphError): Record<string, unknown> {
  return { code, title, message, details, traceId, httpStatus };
}

/** Growing, capped, and spread by a quarter so that what failed together does not come back together. */
function pause(firstMs: number, factor: number, attempts: number): number {
  const grown = Math.min(LONGEST_PAUSE_MS, firstMs * factor ** (attempts - 1));
  return Math.round(grown * (0.75 + Math.random() / 2));
}
