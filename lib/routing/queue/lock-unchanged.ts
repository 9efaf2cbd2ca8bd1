import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { ConversationRow } from "@/lib/conversations";

/**
 * Of what was looked at without a lock, what is still so, now locked. Whoever works on one at this moment is not waited
 * for: they may wait for a member whom we hold, and the next plan comes when they have done.
 */
export async function lockUnchanged(
  tx: Transaction,
  { tenantId }: Pick<Actor, "tenantId">,
  conversationIds: string[],
  versions: Map<string, string>,
): Promise<Map<string, ConversationRow>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await tx
    .select({ ...getTableColumns(conversations), version: sql<string>`xmin::text` })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), inArray(conversations.id, conversationIds)))
    .orderBy(asc(conversations.id))
    .for("update", { skipLocked: true });
  const unchanged = rows.filter(({ id, version }) => versions.get(id) === version);
  return new Map(unchanged.map(({ version: _, ...row }) => [row.id, row]));
}
