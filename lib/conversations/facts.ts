import { and, asc, eq } from "drizzle-orm";
import { conversationLabels } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { ConversationRow } from "./find";
import type { ConversationFacts } from "./types";

/** What can be changed of a conversation, as it is now. */
export async function factsOf(tx: Transaction, row: ConversationRow): Promise<ConversationFacts> {
  return { ...factsOfRow(row), labelIds: await labelIdsOf(tx, row) };
}

export function factsOfRow(row: ConversationRow): ConversationFacts {
  return {
    state: row.state,
    assigneeId: row.assigneeId,
    departmentId: row.departmentId,
    snoozedUntil: iso(row.snoozedUntil),
    priority: row.priority,
    spamAt: iso(row.spamAt),
    resolvedAt: iso(row.resolvedAt),
    closingReason: row.closingReason,
    closingNote: row.closingNote,
    waitingSince: iso(row.waitingSince),
    unreadCount: row.unreadCount,
    labelIds: [],
  };
}

export async function labelIdsOf(
  tx: Transaction,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<string[]> {
  const rows = await tx
    .select({ labelId: conversationLabels.labelId })
    .from(conversationLabels)
    .where(and(eq(conversationLabels.tenantId, tenantId), eq(conversationLabels.conversationId, id)))
    .orderBy(asc(conversationLabels.labelId));
  return rows.map(({ labelId }) => labelId);
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
