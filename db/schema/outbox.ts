import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { channels } from "./channels";
import { messages } from "./messages";

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
