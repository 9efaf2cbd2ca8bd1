import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { contacts } from "./contacts";

/** The signed bytes as they came, sealed, those of one commit together; cut into items by ingest, dropped after 7 days. */
export const webhookLog = pgTable(
  "webhook_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The app that signed, for each webhook in the body. */
    metaAppIds: uuid("meta_app_ids").array().notNull(),
    receivedAt: instant("received_at").notNull().default(sql`clock_timestamp()`),
    body: bytea("body").notNull(),
    /** A customer waits for it; the others are news of what we sent. */
    urgent: boolean("urgent").notNull().default(true),
    state: text("state", { enum: ["pending", "done", "dead"] })
      .notNull()
      .default("pending"),
    attempts: integer("attempts").notNull().default(0),
    leaseToken: uuid("lease_token"),
    leasedUntil: instant("leased_until"),
    failure: text("failure"),
  },
  (t) => [
    index("webhook_log_pending").on(t.id).where(sql`state = 'pending'`),
    index("webhook_log_lane").on(t.urgent, t.id).where(sql`state = 'pending'`),
    index("webhook_log_received").on(t.receivedAt),
    check("webhook_log_state", oneOf(t.state, ["pending", "done", "dead"])),
  ],
);

export const itemOutcomes = ["applied", "duplicate", "parked", "stored", "set_aside"] as const;

/**
 * One thing that came for one tenant: what it was, what it became, or why it was set aside. A status that was applied has
 * its row in message_statuses and none here.
 */
export const webhookItems = pgTable(
  "webhook_items",
  {
    // No foreign key to the tenant: at the rate of Meta's webhooks each is felt.
    tenantId: tenantId(),
    id: id(),
    channelId: uuid("channel_id"),
    contactId: uuid("contact_id"),
    field: text("field").notNull(),
    kind: text("kind").notNull(),
    dedupeHash: bytea("dedupe_hash").notNull(),
    outcome: text("outcome", { enum: itemOutcomes }).notNull(),
    reason: text("reason"),
    /** Sealed: it holds what the customer wrote. */
    payloadSealed: bytea("payload_sealed"),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("webhook_items_dedupe").on(t.tenantId, t.dedupeHash),
    index("webhook_items_received").on(t.tenantId, t.receivedAt.desc().nullsFirst(), t.id),
    index("webhook_items_contact").on(t.tenantId, t.contactId).where(sql`contact_id is not null`),
    index("webhook_items_payloads").on(t.receivedAt).where(sql`payload_sealed is not null`),
    check("webhook_items_outcome", oneOf(t.outcome, itemOutcomes)),
    foreignKey({
      columns: [t.tenantId, t.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
      name: "webhook_items_contact",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
