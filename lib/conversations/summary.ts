import { and, desc, eq, isNull, sql } from "drizzle-orm";
import {
  channels,
  contactIdentities,
  contacts,
  conversations,
  departments,
  members,
  messages,
  serviceWindows,
} from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { displayName } from "@/lib/contacts";
import { visibleStatus } from "@/lib/messages/types";
import { windowClosesAt } from "./service-window";
import type { ConversationSummary } from "./types";

/** The query behind every list and card; callers add conditions, order and limit. */
export function selectSummaries(tx: Transaction) {
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
      lastMessage: {
        id: messages.id,
        direction: messages.direction,
        type: messages.type,
        text: messages.preview,
        status: messages.status,
        at: messages.at,
      },
    })
    .from(conversations)
    .innerJoin(contacts, and(eq(contacts.tenantId, conversations.tenantId), eq(contacts.id, conversations.contactId)))
    .innerJoin(channels, and(eq(channels.tenantId, conversations.tenantId), eq(channels.id, conversations.channelId)))
    .leftJoinLateral(phone, sql`true`)
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
      messages,
      and(eq(messages.tenantId, conversations.tenantId), eq(messages.id, conversations.lastMessageId)),
    )
    .$dynamic();
}

export type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

export function toSummary(row: SummaryRow): ConversationSummary {
  const { conversation, contact, channel, lastMessage } = row;
  return {
    id: conversation.id,
    state: conversation.state,
    owner: conversation.owner,
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
    lastActivityAt: conversation.lastActivityAt.toISOString(),
    waitingSince: conversation.waitingSince?.toISOString() ?? null,
    unreadCount: conversation.unreadCount,
    windowClosesAt: row.windowOpenedAt ? windowClosesAt(row.windowOpenedAt).toISOString() : null,
    lastMessage: lastMessage
      ? { ...lastMessage, status: visibleStatus(lastMessage.status), at: lastMessage.at.toISOString() }
      : null,
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
