import { sql } from "drizzle-orm";
import {
  bigint,
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
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { messageAuthors, messageStatuses } from "@/lib/messages/types";
import { channels } from "./channels";
import { contacts } from "./contacts";
import { conversations } from "./conversations";
import { uploads } from "./uploads";

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

export const media = pgTable(
  "media",
  {
    tenantId: tenantId(),
    id: id(),
    messageId: uuid("message_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    /** Null for a file of ours, which Meta knows by one id for each number: `upload_handles`. */
    metaMediaId: text("meta_media_id"),
    /** A file of ours: its bytes lie with the upload, whoever it was sent to. */
    uploadId: uuid("upload_id"),
    state: text("state", { enum: ["pending", "stored", "failed"] })
      .notNull()
      .default("pending"),
    failure: text("failure"),
    attempts: integer("attempts").notNull().default(0),
    notBefore: instant("not_before").notNull().default(sql`now()`),
    leaseToken: uuid("lease_token"),
    leasedUntil: instant("leased_until"),
    declaredType: text("declared_type"),
    declaredSha256: text("declared_sha256"),
    /** Sniffed from the bytes, never believed from a header. */
    type: text("type"),
    sha256: text("sha256"),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    filename: text("filename"),
    storageKey: text("storage_key"),
    keySealed: bytea("key_sealed"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("media_message").on(t.tenantId, t.messageId, t.metaMediaId),
    index("media_contact").on(t.tenantId, t.contactId),
    index("media_upload").on(t.tenantId, t.uploadId).where(sql`upload_id is not null`),
    index("media_due").on(t.notBefore).where(sql`state = 'pending'`),
    check("media_state", oneOf(t.state, ["pending", "stored", "failed"])),
    check("media_source", sql`(meta_media_id is null) = (upload_id is not null)`),
    foreignKey({
      columns: [t.tenantId, t.messageId],
      foreignColumns: [messages.tenantId, messages.id],
      name: "media_message",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.uploadId],
      foreignColumns: [uploads.tenantId, uploads.id],
      name: "media_upload",
    }),
    tenantPolicy(),
  ],
);

/** `scheduled`: for later; it takes its place in the order only when its time has come. */
export const outboxStates = ["scheduled", "queued", "sending", "retry_wait", "ambiguous"] as const;

/** What still has to leave, or may have left: a row lives from the send to its outcome. */
export const outbox = pgTable(
  "outbox",
  {
    tenantId: tenantId(),
    messageId: uuid("message_id").notNull(),
    channelId: uuid("channel_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    /** Order inside a conversation. */
    seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Agent 0, bot 1, broadcast 2: the lower goes first. */
    priority: integer("priority").notNull().default(0),
    state: text("state", { enum: outboxStates }).notNull().default("queued"),
    bodySealed: bytea("body_sealed").notNull(),
    notBefore: instant("not_before").notNull().default(sql`now()`),
    /** A free-form message must not leave after its service window. */
    expiresAt: instant("expires_at"),
    attempts: integer("attempts").notNull().default(0),
    leaseToken: uuid("lease_token"),
    leasedUntil: instant("leased_until"),
    /** Until when an ambiguous attempt may still be settled by a status, before people are asked. */
    settlesBy: instant("settles_by"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    index("outbox_conversation").on(t.tenantId, t.conversationId, t.seq),
    index("outbox_due").on(t.tenantId, t.channelId, t.priority, t.seq).where(sql`state in ('queued', 'retry_wait')`),
    index("outbox_leased").on(t.leasedUntil).where(sql`state = 'sending'`),
    index("outbox_scheduled").on(t.notBefore).where(sql`state = 'scheduled'`),
    index("outbox_unsettled").on(t.settlesBy).where(sql`state = 'ambiguous'`),
    check("outbox_state", oneOf(t.state, outboxStates)),
    foreignKey({
      columns: [t.tenantId, t.messageId],
      foreignColumns: [messages.tenantId, messages.id],
      name: "outbox_message",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Token buckets by channel and by pair, so that limits hold across engines. */
export const sendBuckets = pgTable(
  "send_buckets",
  {
    tenantId: tenantId(),
    channelId: uuid("channel_id").notNull(),
    /** `channel`, or the contact's id. */
    scope: text("scope").notNull(),
    arrivesAt: instant("arrives_at").notNull(),
    /** Set while Meta asked us to slow down. */
    blockedUntil: instant("blocked_until"),
    strikes: integer("strikes").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channelId, t.scope] }),
    foreignKey({
      columns: [t.tenantId, t.channelId],
      foreignColumns: [channels.tenantId, channels.id],
      name: "send_buckets_channel",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
