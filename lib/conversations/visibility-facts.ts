import { and, eq, inArray } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { VisibilityFacts } from "./visibility";

export type VisibilityFactsById = ReadonlyMap<string, VisibilityFacts & { owner: string }>;

/** What decides who sees the conversations that some events of one tenant are about; one that is not there was erased. */
export async function visibilityFactsOf(
  tx: Transaction,
  tenantId: string,
  events: readonly { conversationId: string | null }[],
): Promise<VisibilityFactsById> {
  const ids = new Set(events.flatMap((event) => event.conversationId ?? []));
  if (ids.size === 0) return new Map();
  const { id, departmentId, assigneeId, state, owner } = conversations;
  const rows = await tx
    .select({ id, departmentId, assigneeId, state, owner })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), inArray(conversations.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}
