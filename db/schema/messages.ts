import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { type MessageDeparture, type MessageOrigin, messageAuthors, messageStatuses } from "@/lib/messages/types";
import { channels } from "./channels";
import { contacts } from "./contacts";
import { conversations } from "./conversations";

export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    direction: text("direction", { enum: ["in", "out"] }).notNull(),
    /** Who wrote it: the customer, a member, an API key, another responder, the phone app, or the system (a number change). */
    author: text("author", { enum: messageAuthors }).notNull(),
    authorId: uuid("author_id"),
    type: text("type").notNull(),
    /** Meta's shape, cleaned of what PostgreSQL cannot hold. */
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    /** What lists and search see. */
    preview: text("preview").notNull(),
    wamid: text("wamid"),
    quotedWamid: text("quoted_wamid"),
    clientId: uuid("client_id"),
    status: text("status", { enum: messageStatuses }).notNull(),
    /** Meta's time of an inbound message (arrival where that is impossible), ours of an outbound one. */
    at: instant("at").notNull(),
    arrivedAt: instant("arrived_at").notNull().default(sql`now()`),
    /** When it is to go, or was to go; null for one that was sent at once. */
    scheduledFor: instant("scheduled_for"),
    /** Each fact keeps its first time; the shown status is derived from them. */
    acceptedAt: instant("accepted_at"),
    sentAt: instant("sent_at"),
    deliveredAt: instant("delivered_at"),
    readAt: instant("read_at"),
    playedAt: instant("played_at"),
    failedAt: instant("failed_at"),
    errorCode: integer("error_code"),
    error: jsonb("error").$type<Record<string, unknown>>(),
    pricing: jsonb("pricing").$type<Record<string, unknown>>(),
    /** What sent it, where nobody wrote it just then: a macro, a button, a rule. */
    origin: jsonb("origin").$type<MessageOrigin>(),
    /** On what the gate let it leave. */
    departure: jsonb("departure").$type<MessageDeparture>(),
    editedAt: instant("edited_at"),
    revokedAt: instant("revoked_at"),
    /** The text held something that cannot be stored and was replaced. */
    cleaned: boolean("cleaned").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("messages_wamid").on(t.tenantId, t.channelId, t.wamid).where(sql`wamid is not null`),
    uniqueIndex("messages_client_id").on(t.tenantId, t.clientId).where(sql`client_id is not null`),
    index("messages_thread").on(t.tenantId, t.conversationId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("messages_contact").on(t.tenantId, t.contactId),
    // A number's answers of the month, of which Meta gives some free.
    index("messages_answers")
      .on(t.tenantId, t.channelId, t.at)
      .where(sql`direction = 'out' and type not in ('template', 'reaction')`),
    index("messages_search")
      .using("gin", t.tenantId, sql`search_message(id, preview, type, content, coalesce(author_id, contact_id))`)
      .where(sql`type <> 'reaction'`),
    check("messages_direction", oneOf(t.direction, ["in", "out"])),
    check("messages_status", oneOf(t.status, messageStatuses)),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "messages_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "messages_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "messages_channel",
    }),
    tenantPolicy(),
  ],
);

/** Every status that Meta reported, once; one without its message waits here for it. */
export const messageStatusReports = pgTable(
  "message_statuses",
  {
    tenantId: tenantId(),
    channelId: uuid("channel_id").notNull(),
    wamid: text("wamid").notNull(),
    status: text("status").notNull(),
    /** The participant of a group, else empty: part of Meta's key for a status. */
    recipient: text("recipient").notNull().default(""),
    /** Our message id, from `biz_opaque_callback_data`. */
    callbackId: uuid("callback_id"),
    messageId: uuid("message_id"),
    at: instant("at").notNull(),
    arrivedAt: instant("arrived_at").notNull().default(sql`now()`),
    pricing: jsonb("pricing").$type<Record<string, unknown>>(),
    errors: jsonb("errors").$type<Record<string, unknown>[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channelId, t.wamid, t.status, t.recipient] }),
    index("message_statuses_message").on(t.tenantId, t.messageId),
    foreignKey({
      columns: [t.tenantId, t.messageId],
      foreignColumns: [messages.tenantId, messages.id],
      name: "message_statuses_message",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** The present reaction of each side to a message, which may not have come yet; an empty emoji is a reaction taken back. */
export const reactions = pgTable(
  "reactions",
  {
    tenantId: tenantId(),
    channelId: uuid("channel_id").notNull(),
    targetWamid: text("target_wamid").notNull(),
    author: text("author", { enum: ["contact", "us"] }).notNull(),
    contactId: uuid("contact_id").notNull(),
    emoji: text("emoji").notNull(),
    wamid: text("wamid"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channelId, t.targetWamid, t.author, t.contactId] }),
    check("reactions_author", oneOf(t.author, ["contact", "us"])),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "reactions_contact",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "reactions_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Edits and deletions by their own wamid; one whose original is not here yet waits for it. */
export const amendments = pgTable(
  "amendments",
  {
    tenantId: tenantId(),
    channelId: uuid("channel_id").notNull(),
    wamid: text("wamid").notNull(),
    kind: text("kind", { enum: ["edit", "revoke"] }).notNull(),
    originalWamid: text("original_wamid").notNull(),
    contactId: uuid("contact_id"),
    content: jsonb("content").$type<Record<string, unknown>>(),
    at: instant("at").notNull(),
    arrivedAt: instant("arrived_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channelId, t.wamid] }),
    index("amendments_original").on(t.tenantId, t.channelId, t.originalWamid),
    check("amendments_kind", oneOf(t.kind, ["edit", "revoke"])),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "amendments_channel",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "amendments_contact",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
