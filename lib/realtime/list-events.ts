import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { visibilityFactsOf } from "@/lib/conversations";
import { type EventFrame, readCursor, readEventsAfter, readPresent, writeCursor } from "@/lib/events";
import type { ListEvents } from "@/lib/events/schemas";
import { framesFor } from "./frames";

type EventPage = { items: EventFrame[]; nextCursor: string; more: boolean };

/**
 * What happened after a cursor, as far as the asker may know. The next cursor passes over what they may not: it is where
 * reading stopped, and nothing can appear before it any more.
 */
export async function listEvents(actor: Actor, input: z.output<typeof ListEvents.input>): Promise<EventPage> {
  authorize(actor, "events.read");
  const { after, limit } = input;
  return withTenant(actor, async (tx) => {
    if (after === undefined) return { items: [], nextCursor: writeCursor(await readPresent(tx)), more: false };
    const events = await readEventsAfter(tx, readCursor(after), limit);
    const facts = await visibilityFactsOf(tx, actor.tenantId, events);
    return {
      items: framesFor(actor, events, facts),
      nextCursor: events.at(-1)?.cursor ?? after,
      more: events.length === limit,
    };
  });
}
