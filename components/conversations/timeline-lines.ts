import type { TimelineEntry } from "@/lib/conversations/types";

const AT_ONCE_MS = 1_000;

/** What goes without saying beside another entry of the same act. */
const saidBy: Record<string, readonly string[]> = {
  "conversation.queued": [
    "conversation.transferred",
    "conversation.woken",
    "conversation.reopened",
    "conversation.unmarkedSpam",
  ],
  "conversation.assigned": ["conversation.reopened"],
};

/**
 * The entries that are worth a line, the oldest first: one act makes several events, and what the software does by itself
 * when a customer writes can be seen from the message.
 */
export function linesOf(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const inOrder = entries.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return inOrder.filter((entry) => !isOfCourse(entry) && !isSaid(entry, inOrder));
}

function isOfCourse({ type, actor, details }: TimelineEntry): boolean {
  if (type === "consent.changed") return details.source === "first_inbound" || details.changes === false;
  return type === "conversation.queued" && actor.kind === "system";
}

function isSaid(entry: TimelineEntry, entries: readonly TimelineEntry[]): boolean {
  const by = saidBy[entry.type];
  return by !== undefined && entries.some((other) => by.includes(other.type) && isOneAct(entry, other));
}

function isOneAct(one: TimelineEntry, other: TimelineEntry): boolean {
  const apartMs = Math.abs(Date.parse(one.at) - Date.parse(other.at));
  return one.actor.kind === other.actor.kind && one.actor.id === other.actor.id && apartMs <= AT_ONCE_MS;
}
