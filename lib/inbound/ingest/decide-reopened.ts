import { decideGiven, keepDecisions } from "@/lib/conversations";
import type { NewEvent } from "@/lib/events";
import type { ChannelWork } from "./work";

type Reopened = NewEvent & { conversationId: string; memberId: string };

/** Keeps why a conversation that a customer opened again is at once somebody's: they had it last and are there. */
export async function decideReopened({ tx, actor, events }: ChannelWork): Promise<void> {
  const reopened = events.filter(isSomebodys);
  if (reopened.length === 0) return;
  const now = new Date();
  const givens = reopened.map(({ conversationId, departmentId = null, memberId }) => ({
    ...{ conversationId, departmentId, memberId },
    rule: "lastAgent" as const,
  }));
  const decided = await decideGiven(tx, actor, givens, now);
  const kept = await keepDecisions(tx, actor, decided, now);
  const tellings = new Map(decided.map((each, at) => [each.conversationId, kept[at]]));
  for (const event of reopened) event.payload = { ...event.payload, ...tellings.get(event.conversationId) };
}

function isSomebodys(event: NewEvent): event is Reopened {
  return event.type === "conversation.reopened" && event.payload?.state === "open" && Boolean(event.memberId);
}
