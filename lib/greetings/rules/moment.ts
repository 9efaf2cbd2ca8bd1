import type { GreetingKind } from "@/lib/greetings/types";

/** What the log tells of a conversation. */
export type Told = { type: string; payload: Record<string, unknown> };

/** What may be said at once, the first choice first, and what may be said later. */
export type Moment = { atOnce: GreetingKind[]; later: GreetingKind[] };

/**
 * What an event is the time for. Who writes while nobody is there hears that, and is not welcomed too: one greeting for
 * one message. What another responder hears is no word to us.
 */
export function momentOf({ type, payload }: Told, isOpen: boolean): Moment {
  const away: GreetingKind[] = isOpen ? [] : ["away"];
  const isCustomers = payload.author === "contact" && payload.standby !== true;
  if (type === "conversation.opened" && payload.by !== "us") return { atOnce: [...away, "welcome"], later: [] };
  if (type === "conversation.reopened" && payload.by === "contact") return { atOnce: [...away, "reopened"], later: [] };
  if (type === "message.received" && isCustomers) return { atOnce: away, later: ["follow_up"] };
  if (type === "call.missed") return { atOnce: away, later: ["follow_up"] };
  if (type === "conversation.queued") return { atOnce: [], later: ["queue"] };
  return { atOnce: [], later: [] };
}
