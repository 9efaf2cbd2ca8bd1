/** `answer`: the customer wants one. `note`: something that belongs in the thread and asks for nothing. */
export type Wish = "answer" | "note";

export type Choice = "append" | "reopen" | "open" | "open_resolved";

/**
 * Where an entry goes, given the latest conversation of the contact on the channel: there is at most one that is not
 * resolved. A customer who writes soon after *resolved* goes on with the same one, later a new one begins.
 */
export function chooseConversation(
  latest: { isResolved: boolean; resolvedAtMs: number | null } | null,
  entry: { atMs: number; wish: Wish },
  reopenWithinMs: number,
): Choice {
  if (latest === null) return entry.wish === "answer" ? "open" : "open_resolved";
  if (!latest.isResolved || entry.wish === "note") return "append";
  return entry.atMs - (latest.resolvedAtMs ?? 0) <= reopenWithinMs ? "reopen" : "open";
}
