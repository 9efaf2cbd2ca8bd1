import type { SilenceSettings } from "@/lib/silence/types";
import { MINUTE } from "@/lib/time";

/** A conversation as it is, as far as silence goes. */
export type Facts = {
  state: "bot" | "queued" | "open" | "snoozed" | "resolved";
  owner: "us" | "other";
  waitingSince: Date | null;
  /** When somebody of ours wrote last, if that came to the customer. */
  answeredAt: Date | null;
  /** When the customer wrote last. */
  wroteAt: Date | null;
};

export type Silence = { since: Date; warnAt: Date | null; closeAt: Date };

/**
 * Since when the customer is silent after our last word, and when that is taken for an end; null where it is not.
 * @param actedAt when a member last did something with the conversation: that begins the time anew
 */
export function silenceOf(facts: Facts, settings: SilenceSettings | null, actedAt: Date | null): Silence | null {
  const { state, owner, waitingSince, answeredAt, wroteAt } = facts;
  if (settings === null || owner !== "us" || waitingSince !== null || answeredAt === null) return null;
  if (state !== "open" && state !== "queued") return null;
  if (wroteAt !== null && wroteAt > answeredAt) return null;
  const since = actedAt !== null && actedAt > answeredAt ? actedAt : answeredAt;
  const closeAt = new Date(since.getTime() + settings.closeAfterMinutes * MINUTE);
  const { warnBeforeMinutes } = settings;
  const warnAt = warnBeforeMinutes === null ? null : new Date(closeAt.getTime() - warnBeforeMinutes * MINUTE);
  return { since, warnAt, closeAt };
}
