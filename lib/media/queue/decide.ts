import type { MediaFailure } from "@/lib/media/failures";
import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time";
import { explain, type GraphFailure } from "@/lib/whatsapp";

/** Why there is no file yet. `retry` counts as an attempt; `wait` does not, since the file is not to blame. */
export type NotFetched =
  | { kind: "retry"; failure: MediaFailure }
  | { kind: "wait"; delayMs: number; failure: MediaFailure }
  | { kind: "failed"; failure: MediaFailure };

/** What becomes of the row. */
export type Verdict = { kind: "again"; delayMs: number; attempts: number } | { kind: "failed"; failure: MediaFailure };

/** The id expired, belongs to another number, or Meta itself could not load the file. */
const goneCodes = new Set([100, 803, 131052]);

export const notFetched = {
  token: { kind: "wait", delayMs: 5 * MINUTE, failure: "media_token_dead" },
  ourFault: { kind: "wait", delayMs: 15 * MINUTE, failure: "media_not_stored" },
  damaged: { kind: "retry", failure: "media_damaged" },
  tooLarge: { kind: "failed", failure: "media_too_large" },
} as const satisfies Record<string, NotFetched>;

/** What Meta's answer means: to the question where a file lies, or to its download. */
export function outcomeOf({ error, outcome }: GraphFailure, step: "address" | "download"): NotFetched {
  if (error.transport === "forbidden_url" || error.transport === "forbidden_address")
    return { kind: "failed", failure: "media_foreign_address" };
  if (outcome === "not_sent") return { kind: "wait", delayMs: MINUTE, failure: "media_withheld" };
  // A download that is refused is most often an address that has grown old.
  if (step === "download" || outcome === "ambiguous") return { kind: "retry", failure: "media_withheld" };
  if (error.code !== null && goneCodes.has(error.code)) return { kind: "failed", failure: "media_gone" };
  const { retryClass, waitMs = MINUTE } = explain(error.code);
  if (retryClass === "config") return notFetched.token;
  if (retryClass === "rate") return { kind: "wait", delayMs: waitMs, failure: "media_withheld" };
  return { kind: "retry", failure: "media_withheld" };
}

/** Meta keeps what customers send for seven days. */
const KEPT_MS = 7 * DAY;
const pauses = [10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR];

/** @param attempts how many were begun, this one included */
export function decide(
  outcome: NotFetched,
  { attempts, createdAt }: { attempts: number; createdAt: Date },
  now: Date,
): Verdict {
  if (outcome.kind === "failed") return outcome;
  const counted = outcome.kind === "retry" ? attempts : attempts - 1;
  const delayMs = outcome.kind === "wait" ? outcome.delayMs : pauses[attempts - 1];
  const isOver = now.getTime() + (delayMs ?? 0) > createdAt.getTime() + KEPT_MS;
  if (delayMs === undefined || isOver) return { kind: "failed", failure: outcome.failure };
  return { kind: "again", delayMs: spread(delayMs), attempts: counted };
}

/** By a quarter, so that what failed together does not come back together. */
function spread(ms: number): number {
  return Math.round(ms * (0.75 + Math.random() / 2));
}
