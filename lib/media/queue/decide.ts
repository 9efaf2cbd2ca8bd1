import { DAY, HOUR, MINUTE, SECOND } from "@/lib/time";
import { explain, type GraphFailure } from "@/lib/whatsapp";

/** Why there is no file yet. `retry` counts as an attempt; `wait` does not, since the file is not to blame. */
export type NotFetched =
  | { kind: "retry"; failure: string }
  | { kind: "wait"; delayMs: number; failure: string }
  | { kind: "failed"; failure: string };

/** What becomes of the row. */
export type Verdict = { kind: "again"; delayMs: number; attempts: number } | { kind: "failed"; failure: string };

const ASK_AGAIN = "Ask the customer to send it again.";
const gone: NotFetched = { kind: "failed", failure: `WhatsApp no longer has this file. ${ASK_AGAIN}` };
const foreign: NotFetched = {
  kind: "failed",
  failure: `Its address is not one of WhatsApp's, so it was not fetched. ${ASK_AGAIN}`,
};
const unreachable = `WhatsApp did not hand it out. ${ASK_AGAIN}`;

/** The id expired, belongs to another number, or Meta itself could not load the file. */
const goneCodes = new Set([100, 803, 131052]);

export const notFetched = {
  token: {
    kind: "wait",
    delayMs: 5 * MINUTE,
    failure: `The channel's access token did not work for the seven days that WhatsApp keeps a file. Enter a new one in the channel's settings. ${ASK_AGAIN}`,
  },
  ourFault: {
    kind: "wait",
    delayMs: 15 * MINUTE,
    failure: `It could not be stored here. Tell the operator. ${ASK_AGAIN}`,
  },
  damaged: { kind: "retry", failure: `It did not arrive whole. ${ASK_AGAIN}` },
  tooLarge: (maxBytes: number) => ({
    kind: "failed",
    failure: `It is larger than ${Math.floor(maxBytes / 1_048_576)} MB. Ask the customer for a smaller one.`,
  }),
} as const satisfies Record<string, NotFetched | ((maxBytes: number) => NotFetched)>;

/** What Meta's answer means: to the question where a file lies, or to its download. */
export function outcomeOf({ error, outcome }: GraphFailure, step: "address" | "download"): NotFetched {
  if (error.transport === "forbidden_url" || error.transport === "forbidden_address") return foreign;
  if (outcome === "not_sent") return { kind: "wait", delayMs: MINUTE, failure: unreachable };
  // A download that is refused is most often an address that has grown old.
  if (step === "download" || outcome === "ambiguous") return { kind: "retry", failure: unreachable };
  if (error.code !== null && goneCodes.has(error.code)) return gone;
  const { retryClass, waitMs = MINUTE } = explain(error.code);
  if (retryClass === "config") return notFetched.token;
  if (retryClass === "rate") return { kind: "wait", delayMs: waitMs, failure: unreachable };
  return { kind: "retry", failure: unreachable };
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
