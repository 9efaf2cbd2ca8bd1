import { and, eq, inArray } from "drizzle-orm";
import { events } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import type { EventType } from "@/lib/events";
import type { Run } from "./claim";

const handingOver: EventType[] = ["conversation.assigned", "conversation.transferred", "conversation.queued"];

/**
 * Whether a run gave its conversation away before it was broken off. Whoever has it now was given it by that, or took it
 * since: it is not given away again.
 */
export async function hasHandedOver(actor: Actor, { conversationId, causeId }: Run): Promise<boolean> {
  return withTenant(actor, async (tx) => {
    const [found] = await tx
      .select({ type: events.type })
      .from(events)
      .where(
        and(
          eq(events.tenantId, actor.tenantId),
          eq(events.conversationId, conversationId),
          eq(events.causeId, causeId),
          eq(events.actor, `${actor.kind}:${actor.id}`),
          inArray(events.type, handingOver),
        ),
      )
      .limit(1);
    return found !== undefined;
  });
}
