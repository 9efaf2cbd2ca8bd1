/** `answer`: the customer wants one. `note`: something that belongs in the thread and asks for nothing. */
export type Wish = "answer" | "note";

/** The latest conversation of the contact on the channel: there is at most one that is not resolved. */
export type Latest = { isResolved: boolean; isSpam: boolean; resolvedAtMs: number | null };

export type Choice = "append" | "reopen" | "open" | "open_resolved";

/**
 * Where an entry goes. A customer who writes soon after *resolved* goes on with the same one, later a new one begins.
 * What comes after spam is spam, and wakes nobody.
 */
export function chooseConversation(
  latest: Latest | null,
  entry: { atMs: number; wish: Wish },
  reopenWithinMs: number,
): Choice {
  if (latest === null) return entry.wish === "answer" ? "open" : "open_resolved";
  if (!latest.isResolved || latest.isSpam || entry.wish === "note") return "append";
  return entry.atMs - (latest.resolvedAtMs ?? 0) <= reopenWithinMs ? "reopen" : "open";
}
