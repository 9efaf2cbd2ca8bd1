import { and, eq, inArray } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { RecordedEvent } from "@/lib/events";
import type { FactsById } from "./frames";

/** What decides who sees the conversations of some events of one tenant, in one query. */
export async function factsOf(tx: Transaction, tenantId: string, events: RecordedEvent[]): Promise<FactsById> {
  const ids = new Set(events.flatMap((event) => event.conversationId ?? []));
  if (ids.size === 0) return new Map();
  const rows = await tx
    .select({
      id: conversations.id,
      departmentId: conversations.departmentId,
      assigneeId: conversations.assigneeId,
      state: conversations.state,
    })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), inArray(conversations.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}
