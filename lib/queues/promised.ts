import { and, asc, desc, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { contacts, conversations, messages, outbox, reminders, surveys } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { displayName } from "@/lib/contacts";
import { visibleTo } from "@/lib/conversations";
import { gistOfStored } from "@/lib/messages/types";
import { DAY } from "@/lib/time";
import type { AgentDay } from "./types";

const MOST = 50;
const COMMENTS_MS = 7 * DAY;

const contact = {
  name: contacts.name,
  profileName: contacts.profileName,
  username: contacts.username,
  phone: sql<string | null>`(select ci.value from contact_identities ci where ci.tenant_id = ${contacts.tenantId}
    and ci.contact_id = ${contacts.id} and ci.kind = 'phone' and ci.valid_to is null
    order by ci.last_seen_at desc limit 1)`.as("phone"),
};

const ofContact = and(eq(contacts.tenantId, conversations.tenantId), eq(contacts.id, conversations.contactId));

/** Reminders of today, and what is overdue. */
export async function listReminders(tx: Transaction, actor: Actor, end: Date): Promise<AgentDay["reminders"]> {
  const { id, conversationId, body, dueAt, tenantId, memberId } = reminders;
  const rows = await tx
    .select({ id, conversationId, body, dueAt, contact })
    .from(reminders)
    .innerJoin(conversations, and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
    .innerJoin(contacts, ofContact)
    .where(and(eq(tenantId, actor.tenantId), eq(memberId, actor.id), lt(dueAt, end), visibleTo(actor)))
    .orderBy(asc(dueAt), asc(id))
    .limit(MOST);
  return rows.map((row) => ({
    ...{ id: row.id, conversationId: row.conversationId, body: row.body },
    contactName: displayName(row.contact),
    dueAt: row.dueAt.toISOString(),
  }));
}

/** The asker's own that wake today by themselves. */
export async function listSnoozed(tx: Transaction, actor: Actor, end: Date): Promise<AgentDay["snoozed"]> {
  const { id, tenantId, assigneeId, state, snoozedUntil } = conversations;
  const rows = await tx
    .select({ id, snoozedUntil, contact })
    .from(conversations)
    .innerJoin(contacts, ofContact)
    .where(
      and(
        eq(tenantId, actor.tenantId),
        eq(assigneeId, actor.id),
        sql`${state} = 'snoozed'`,
        isNotNull(snoozedUntil),
        lt(snoozedUntil, end),
      ),
    )
    .orderBy(asc(snoozedUntil), asc(id))
    .limit(MOST);
  return rows.flatMap((row) =>
    row.snoozedUntil === null
      ? []
      : [{ conversationId: row.id, contactName: displayName(row.contact), until: row.snoozedUntil.toISOString() }],
  );
}

/** What the asker has written to be sent later. */
export async function listScheduled(tx: Transaction, actor: Actor): Promise<AgentDay["scheduled"]> {
  const rows = await tx
    .select({
      messageId: messages.id,
      conversationId: messages.conversationId,
      message: { type: messages.type, content: messages.content, revokedAt: messages.revokedAt },
      text: messages.preview,
      sendAt: messages.scheduledFor,
      contact,
    })
    .from(outbox)
    .innerJoin(messages, and(eq(messages.tenantId, outbox.tenantId), eq(messages.id, outbox.messageId)))
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, messages.tenantId), eq(conversations.id, messages.conversationId)),
    )
    .innerJoin(contacts, ofContact)
    .where(
      and(
        eq(outbox.tenantId, actor.tenantId),
        eq(outbox.state, "scheduled"),
        eq(messages.authorId, actor.id),
        visibleTo(actor),
      ),
    )
    .orderBy(asc(messages.scheduledFor), asc(messages.id))
    .limit(MOST);
  return rows.flatMap(({ contact: whose, sendAt, message, ...row }) =>
    sendAt === null
      ? []
      : [{ ...row, gist: gistOfStored(message), contactName: displayName(whose), sendAt: sendAt.toISOString() }],
  );
}

/** What customers said in a week of conversations that were the asker's. */
export async function listComments(tx: Transaction, actor: Actor, now: Date): Promise<AgentDay["comments"]> {
  const { id, conversationId, score, comment, answeredAt, tenantId, memberId } = surveys;
  const rows = await tx
    .select({ id, conversationId, score, comment, answeredAt, contact })
    .from(surveys)
    .innerJoin(conversations, and(eq(conversations.tenantId, tenantId), eq(conversations.id, conversationId)))
    .innerJoin(contacts, ofContact)
    .where(
      and(
        eq(tenantId, actor.tenantId),
        eq(memberId, actor.id),
        gt(answeredAt, new Date(now.getTime() - COMMENTS_MS)),
        visibleTo(actor),
      ),
    )
    .orderBy(desc(answeredAt), asc(id))
    .limit(MOST);
  return rows.flatMap(({ contact: whose, score: given, answeredAt: at, ...row }) =>
    given === null || at === null
      ? []
      : [{ ...row, contactName: displayName(whose), score: given, at: at.toISOString() }],
  );
}
