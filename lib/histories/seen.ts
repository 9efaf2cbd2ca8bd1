import { and, desc, eq } from "drizzle-orm";
import { contacts, conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { type Actor, can } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";

const MOST_CONVERSATIONS = 1_000;

/**
 * The conversations of a contact that the asker may see, by the one rule of visibility.
 *
 * @throws {NotFoundError} also for a contact of another tenant
 */
export async function seenConversationIds(tx: Transaction, actor: Actor, contactId: string): Promise<string[]> {
  const { tenantId } = actor;
  const [contact] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, tenantId), eq(contacts.id, contactId)));
  if (!contact) throw new NotFoundError("contact");
  if (!can(actor, "conversations.read")) return [];
  const rows = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.tenantId, tenantId), eq(conversations.contactId, contactId), visibleTo(actor)))
    .orderBy(desc(conversations.openedAt))
    .limit(MOST_CONVERSATIONS);
  return rows.map(({ id }) => id);
}
