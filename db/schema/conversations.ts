import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { conversationStates, priorities } from "@/lib/conversations/types";
import { channels } from "./channels";
import { contacts } from "./contacts";
import { departments } from "./departments";
import { members } from "./tenants";

const alive = sql`state <> 'resolved'`;

export const conversations = pgTable(
  "conversations",
  {
    tenantId: tenantId(),
    id: id(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    departmentId: uuid("department_id"),
    assigneeId: uuid("assignee_id"),
    state: text("state", { enum: conversationStates }).notNull(),
    /** Who answers this thread: us, or another responder on the same number (Meta's agent). */
    owner: text("owner", { enum: ["us", "other"] })
      .notNull()
      .default("us"),
    /** The role by which Meta names another responder, while one has the thread and that is known. */
    responder: text("responder"),
    openedAt: instant("opened_at").notNull(),
    resolvedAt: instant("resolved_at"),
    /** Since when the customer waits for us; null while we wait for them. */
    waitingSince: instant("waiting_since"),
    /** Since when they wait in a queue, by which it is ordered; another department's queue keeps it. */
    queuedSince: instant("queued_since"),
    /** When it was given back by somebody who went: it stands at the head of the queue. */
    returnedAt: instant("returned_at"),
    /** The skills that whoever answers has to have, beside those of the department. */
    skillIds: uuid("skill_ids").array().notNull().default(sql`'{}'`),
    /** Who had it last: the first to be asked when it comes again. */
    lastAssigneeId: uuid("last_assignee_id"),
    unreadCount: integer("unread_count").notNull().default(0),
    lastActivityAt: instant("last_activity_at").notNull(),
    lastMessageId: uuid("last_message_id"),
    priority: text("priority", { enum: priorities }).notNull().default("normal"),
    /** When a snoozed one wakes by itself; null: when the customer writes. */
    snoozedUntil: instant("snoozed_until"),
    /** Spam is resolved, and stays so whatever else comes from there. */
    spamAt: instant("spam_at"),
    closingReason: text("closing_reason"),
    closingNote: text("closing_note"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("conversations_one_alive").on(t.tenantId, t.contactId, t.channelId).where(alive),
    // Two indexes a list: the living are few and asked for all the time, the resolved are many and paged through.
    index("conversations_alive").on(t.tenantId, t.lastActivityAt.desc().nullsFirst(), t.id).where(alive),
    index("conversations_state").on(t.tenantId, t.state, t.lastActivityAt.desc().nullsFirst(), t.id),
    index("conversations_assignee")
      .on(t.tenantId, t.assigneeId, t.lastActivityAt.desc().nullsFirst(), t.id)
      .where(alive),
    index("conversations_department")
      .on(t.tenantId, t.departmentId, t.lastActivityAt.desc().nullsFirst(), t.id)
      .where(alive),
    index("conversations_queued").on(t.tenantId, t.departmentId, t.queuedSince).where(sql`state = 'queued'`),
    index("conversations_opened").on(t.tenantId, t.openedAt),
    index("conversations_spam")
      .on(t.tenantId, t.lastActivityAt.desc().nullsFirst(), t.id)
      .where(sql`spam_at is not null`),
    index("conversations_wake").on(t.snoozedUntil).where(sql`state = 'snoozed' and snoozed_until is not null`),
    index("conversations_contact").on(t.tenantId, t.contactId, t.channelId, t.openedAt.desc().nullsFirst()),
    check("conversations_state", oneOf(t.state, conversationStates)),
    check("conversations_owner", oneOf(t.owner, ["us", "other"])),
    check("conversations_queued_is_nobodys", sql`state <> 'queued' or assignee_id is null`),
    check("conversations_priority", oneOf(t.priority, priorities)),
    check("conversations_snoozed_until", sql`state = 'snoozed' or snoozed_until is null`),
    check("conversations_spam_is_resolved", sql`spam_at is null or state = 'resolved'`),
    check("conversations_resolved_at", sql`(state = 'resolved') = (resolved_at is not null)`),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "conversations_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "conversations_channel",
    }),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "conversations_department",
    }),
    foreignKey({
      columns: [t.tenantId, t.assigneeId],
      foreignColumns: [members.tenantId, members.id],
      name: "conversations_assignee",
    }),
    foreignKey({
      columns: [t.tenantId, t.lastAssigneeId],
      foreignColumns: [members.tenantId, members.id],
      name: "conversations_last_assignee",
    }),
    tenantPolicy(),
  ],
);
