import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import {
  channels,
  contactIdentities,
  contacts,
  conversations,
  departments,
  members,
  messages,
  readCursors,
  serviceWindows,
} from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { displayName } from "@/lib/contacts";
import type { Label } from "@/lib/labels/types";
import { gistOfStored, visibleStatus } from "@/lib/messages/types";
import { mostUrgentLevel, shownLevel } from "./service-level";
import { windowClosesAt } from "./service-window";
import type { ConversationSummary } from "./types";

const labelsOfConversation = sql<Label[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'colour', l.colour) order by l.folded_name)
  from conversation_labels cl join labels l on l.tenant_id = cl.tenant_id and l.id = cl.label_id
  where cl.tenant_id = ${conversations.tenantId} and cl.conversation_id = ${conversations.id}), '[]')`;

/** When a note last called the asker; whoever is no member is never called. */
export function mentionedAt({ kind, id }: Pick<Actor, "kind" | "id">, { unread = false } = {}): SQL<string | null> {
  const condition = unread ? sql`and mt.read_at is null` : sql``;
  return sql`(
    select max(mt.at) from mentions mt join notes nt on nt.tenant_id = mt.tenant_id and nt.id = mt.note_id
    where mt.tenant_id = ${conversations.tenantId} and mt.conversation_id = ${conversations.id}
      and mt.member_id = ${kind === "member" ? id : null}::uuid and nt.deleted_at is null ${condition})`;
}

/** The query behind every list and card; callers add conditions, order and limit. */
export function selectSummaries(tx: Transaction, actor: Pick<Actor, "kind" | "id">) {
  const phone = tx
    .select({ value: contactIdentities.value })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.tenantId, conversations.tenantId),
        eq(contactIdentities.contactId, conversations.contactId),
        eq(contactIdentities.kind, "phone"),
        isNull(contactIdentities.validTo),
      ),
    )
    .orderBy(desc(contactIdentities.lastSeenAt))
    .limit(1)
    .as("phone");
  const level = mostUrgentLevel(tx);
  return tx
    .select({
      conversation: conversations,
      contact: {
        name: contacts.name,
        profileName: contacts.profileName,
        username: contacts.username,
        phone: sql<string | null>`${phone.value}`.as("phone_value"),
      },
      channel: { name: channels.name, displayPhoneNumber: channels.displayPhoneNumber, state: channels.state },
      departmentName: departments.name,
      assigneeName: members.name,
      windowOpenedAt: serviceWindows.openedAt,
      level: {
        kind: level.kind,
        dueAt: level.dueAt,
        warnAt: level.warnAt,
        warnedAt: level.warnedAt,
        missedAt: level.missedAt,
      },
      readUpTo: readCursors.readUpTo,
      labels: labelsOfConversation,
      mentionedAt: mentionedAt(actor).mapWith(toDateOrNull),
      hasUnreadMention: sql<boolean>`${mentionedAt(actor, { unread: true })} is not null`,
      lastMessage: {
        id: messages.id,
        direction: messages.direction,
        type: messages.type,
        text: messages.preview,
        status: messages.status,
        at: messages.at,
        content: messages.content,
        revokedAt: messages.revokedAt,
      },
    })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.tenantId, conversations.tenantId), eq(contacts.id, conversations.contactId)))
    .innerJoin(channels, and(eq(channels.tenantId, conversations.tenantId), eq(channels.id, conversations.channelId)))
    .leftJoinLateral(phone, sql`true`)
    .leftJoinLateral(level, sql`true`)
    .leftJoin(
      departments,
      and(eq(departments.tenantId, conversations.tenantId), eq(departments.id, conversations.departmentId)),
    )
    .leftJoin(members, and(eq(members.tenantId, conversations.tenantId), eq(members.id, conversations.assigneeId)))
    .leftJoin(
      serviceWindows,
      and(
        eq(serviceWindows.tenantId, conversations.tenantId),
        eq(serviceWindows.contactId, conversations.contactId),
        eq(serviceWindows.channelId, conversations.channelId),
      ),
    )
    .leftJoin(
      readCursors,
      and(
        eq(readCursors.tenantId, conversations.tenantId),
        eq(readCursors.memberId, sql`${actor.kind === "member" ? actor.id : null}::uuid`),
        eq(readCursors.conversationId, conversations.id),
      ),
    )
    .leftJoin(
      messages,
      and(eq(messages.tenantId, conversations.tenantId), eq(messages.id, conversations.lastMessageId)),
    )
    .$dynamic();
}

function toDateOrNull(value: unknown): Date | null {
  return value === null ? null : new Date(value as string | Date);
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

export function toSummary(row: SummaryRow): ConversationSummary {
  const { conversation, contact, channel, lastMessage } = row;
  return {
    id: conversation.id,
    state: conversation.state,
    owner: conversation.owner,
    responder: conversation.owner === "other" ? conversation.responder : null,
    contact: {
      id: conversation.contactId,
      name: displayName(contact),
      phone: contact.phone,
      username: contact.username,
    },
    channel: { id: conversation.channelId, ...channel },
    department: named(conversation.departmentId, row.departmentName),
    assignee: named(conversation.assigneeId, row.assigneeName),
    openedAt: conversation.openedAt.toISOString(),
    resolvedAt: conversation.resolvedAt?.toISOString() ?? null,
    closing:
      conversation.closingReason === null && conversation.closingNote === null
        ? null
        : { reason: conversation.closingReason, note: conversation.closingNote },
    isSpam: conversation.spamAt !== null,
    snoozedUntil: conversation.snoozedUntil?.toISOString() ?? null,
    priority: conversation.priority,
    labels: row.labels,
    mention: row.mentionedAt ? { at: row.mentionedAt.toISOString(), isUnread: row.hasUnreadMention } : null,
    lastActivityAt: conversation.lastActivityAt.toISOString(),
    waitingSince: conversation.waitingSince?.toISOString() ?? null,
    serviceLevel: shownLevel(row.level),
    unreadCount: conversation.unreadCount,
    readUpTo: row.readUpTo?.toISOString() ?? null,
    windowClosesAt: row.windowOpenedAt ? windowClosesAt(row.windowOpenedAt).toISOString() : null,
    lastMessage: lastMessage ? toLastMessage(lastMessage) : null,
  };
}

function toLastMessage({
  content,
  revokedAt,
  ...shown
}: NonNullable<SummaryRow["lastMessage"]>): ConversationSummary["lastMessage"] {
  return {
    ...shown,
    gist: gistOfStored({ type: shown.type, content, revokedAt }),
    status: visibleStatus(shown.status),
    at: shown.at.toISOString(),
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
