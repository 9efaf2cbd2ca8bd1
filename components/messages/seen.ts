import type { Message } from "@/lib/messages/types";

/** What of a thread was there at a moment: told by ids, since Meta's times are whole seconds and clocks differ. */
export type Seen = { ids: ReadonlySet<string>; oldestAt: string };

/** Null while nothing is loaded: then nobody knows what is new. */
export function seenOf(messages: readonly Message[]): Seen | null {
  const [first] = messages;
  if (!first) return null;
  let oldestAt = first.at;
  for (const { at } of messages) if (at < oldestAt) oldestAt = at;
  return { ids: new Set(messages.map(({ id }) => id)), oldestAt };
}

/** What has come since, in the order given; what is older than everything that was there has only been loaded. */
export function comeSince(messages: readonly Message[], seen: Seen | null): Message[] {
  if (!seen) return [];
  return messages.filter(({ id, at }) => !seen.ids.has(id) && at >= seen.oldestAt);
}
