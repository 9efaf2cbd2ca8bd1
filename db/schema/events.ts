import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant, oneOf, tenantId, tenantPolicy, xid8 } from "@/db/columns";
import { queueTypes, timelineTypes } from "@/lib/events/types";
import { tenants } from "./tenants";

/** What happened, written in the transaction in which it did. Readers go by (xid, seq): a sequence alone lets them skip a late commit. */
export const events = pgTable(
  "events",
  {
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    // No foreign key to the tenant: at the rate of Meta's webhooks each is felt.
    tenantId: tenantId(),
    type: text("type").notNull(),
    actor: text("actor").notNull(),
    conversationId: uuid("conversation_id"),
    contactId: uuid("contact_id"),
    messageId: uuid("message_id"),
    memberId: uuid("member_id"),
    channelId: uuid("channel_id"),
    departmentId: uuid("department_id"),
    /** What began the chain of which this is a part: what rules do is theirs, and is told from what somebody did. */
    causeId: uuid("cause_id"),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    at: instant("at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.xid, t.seq] }),
    index("events_tenant").on(t.tenantId, t.xid, t.seq),
    index("events_conversation").on(t.tenantId, t.conversationId, t.xid, t.seq),
    // Of a long thread nearly all events are about messages; its timeline must not read through them.
    index("events_timeline")
      .on(t.tenantId, t.conversationId, t.at.desc().nullsFirst(), t.seq.desc().nullsFirst())
      .where(oneOf(t.type, timelineTypes)),
    // The wallboard looks back over hours and days of everybody's queue; all other events are not its concern.
    index("events_queueing").on(t.tenantId, t.at).where(oneOf(t.type, queueTypes)),
    index("events_contact").on(t.tenantId, t.contactId).where(sql`conversation_id is null`),
    tenantPolicy(),
  ],
);

/** How far each durable reader of the log is. One process at a time reads on; a lease that has run out is anybody's. */
export const eventReaders = pgTable("event_readers", {
  name: text("name").primaryKey(),
  xid: xid8("xid").notNull(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  holder: uuid("holder"),
  leasedUntil: instant("leased_until"),
});

/** Log-ins and administrative acts, chained by hash within a tenant. */
export const audit = pgTable(
  "audit",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    target: text("target"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    previousHash: bytea("previous_hash"),
    hash: bytea("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex("audit_seq").on(t.tenantId, t.seq), tenantPolicy()],
);

/** A tenant's data key, wrapped by the master key. */
export const dataKeys = pgTable(
  "data_keys",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    wrapped: bytea("wrapped").notNull(),
    masterKeyId: text("master_key_id").notNull(),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("data_keys_live").on(t.tenantId).where(sql`retired_at is null`),
    tenantPolicy(),
  ],
);
