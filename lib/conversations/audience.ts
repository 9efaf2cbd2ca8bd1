import { and, asc, eq, sql } from "drizzle-orm";
import { members } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "./find";
import { maySee } from "./visibility";

export type AudienceMember = { id: string; name: string };

/** The active members who may see a conversation: whom a note in it can call. */
export async function listAudience(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<{ items: AudienceMember[] }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId);
    return { items: await audienceOf(tx, conversation) };
  });
}

export async function audienceOf(tx: Transaction, conversation: ConversationRow): Promise<AudienceMember[]> {
  const rows = await tx
    .select({
      id: members.id,
      name: members.name,
      visibility: members.visibility,
      departmentIds: sql<string[]>`array(select d.department_id::text from department_members d
        where d.tenant_id = members.tenant_id and d.member_id = members.id)`,
    })
    .from(members)
    .where(and(eq(members.tenantId, conversation.tenantId), eq(members.status, "active")))
    .orderBy(asc(members.name), asc(members.id));
  return rows.filter((member) => maySee(member, conversation)).map(({ id, name }) => ({ id, name }));
}
