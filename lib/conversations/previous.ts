import { and, desc, eq, sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "./find";
import { readSummary } from "./read";
import { namesOf } from "./timeline/names";
import type { PastConversation, TimelineEntry } from "./types";
import { visibleTo } from "./visibility";

/** The contact's conversation before this one, on whatever number, of those that the asker may see. */
export async function readPreviousConversation(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<{ previous: PastConversation | null }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const id = await findBefore(tx, actor, await findConversation(tx, actor, conversationId));
    if (id === null) return { previous: null };
    const summary = await readSummary(tx, actor, id);
    const resolvedBy = summary.state === "resolved" ? await resolverOf(tx, actor, id) : null;
    return { previous: { ...summary, resolvedBy } };
  });
}

async function findBefore(
  tx: Transaction,
  actor: Actor,
  { id, tenantId, contactId, openedAt }: ConversationRow,
): Promise<string | null> {
  const [found] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, tenantId),
        eq(conversations.contactId, contactId),
        sql`(${conversations.openedAt}, ${conversations.id}) < (${openedAt.toISOString()}::timestamptz, ${id}::uuid)`,
        visibleTo(actor),
      ),
    )
    .orderBy(desc(conversations.openedAt), desc(conversations.id))
    .limit(1);
  return found?.id ?? null;
}

/** Spam is resolved too. In the words of the index of the timeline, which holds more types than these. */
async function resolverOf(tx: Transaction, { tenantId }: Actor, conversationId: string) {
  const { rows } = await tx.$client.query<{ actor: string; member_id: null; department_id: null }>(
    `select actor, null as member_id, null as department_id from events
     where tenant_id = $1 and conversation_id = $2 and type in ('conversation.resolved', 'conversation.markedSpam')
     order by at desc, seq desc limit 1`,
    [tenantId, conversationId],
  );
  const [last] = rows;
  if (!last) return null;
  return (await namesOf(tx, tenantId, rows)).actor(last.actor) satisfies TimelineEntry["actor"];
}
