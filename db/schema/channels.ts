import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { readReceiptModes } from "@/lib/channels/types";
import { departments } from "./departments";
import { hours } from "./hours";
import { tenants } from "./tenants";

/** A Meta app whose secret signs webhooks: the installation's own (no tenant) or one that a tenant brought. */
export const metaApps = pgTable(
  "meta_apps",
  {
    id: id().primaryKey(),
    /** The last part of the webhook's URL; `default` is the installation's own app. */
    key: text("key").notNull(),
    appId: text("app_id").notNull(),
    tenantId: uuid("tenant_id").references(() => tenants.id, { onDelete: "cascade" }),
    secretSealed: bytea("secret_sealed").notNull(),
    previousSecretSealed: bytea("previous_secret_sealed"),
    previousUntil: instant("previous_until"),
    verifyTokenSealed: bytea("verify_token_sealed").notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("meta_apps_key").on(t.key), index("meta_apps_tenant").on(t.tenantId)],
);

/** Which tenant a phone number id or WABA belongs to: one in the installation, bound only after its token and app proved it. */
export const channelDirectory = pgTable(
  "channel_directory",
  {
    phoneNumberId: text("phone_number_id").primaryKey(),
    wabaId: text("waba_id").notNull(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id, { onDelete: "cascade" }),
    channelId: uuid("channel_id").notNull(),
    metaAppId: uuid("meta_app_id")
      .notNull()
      .references(() => metaApps.id),
  },
  (t) => [index("channel_directory_waba").on(t.wabaId), index("channel_directory_tenant").on(t.tenantId)],
);

/** Meta's business portfolio: business-scoped user ids are unique inside one. */
export const portfolios = pgTable(
  "portfolios",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    metaBusinessId: text("meta_business_id"),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("portfolios_business").on(t.tenantId, t.metaBusinessId),
    tenantPolicy(),
  ],
);

export const channels = pgTable(
  "channels",
  {
    tenantId: tenantId(),
    id: id(),
    portfolioId: uuid("portfolio_id").notNull(),
    metaAppId: uuid("meta_app_id")
      .notNull()
      .references(() => metaApps.id),
    phoneNumberId: text("phone_number_id").notNull(),
    wabaId: text("waba_id").notNull(),
    displayPhoneNumber: text("display_phone_number").notNull(),
    name: text("name").notNull(),
    departmentId: uuid("department_id"),
    /** When it is open, whatever its department says; null: as the department. */
    hoursId: uuid("hours_id"),
    tokenSealed: bytea("token_sealed"),
    /** `stopped`: sending is halted for `stoppedCode`; receiving goes on. */
    state: text("state", { enum: ["active", "stopped", "disconnected"] })
      .notNull()
      .default("active"),
    stoppedCode: integer("stopped_code"),
    stoppedAt: instant("stopped_at"),
    messagesPerSecond: integer("messages_per_second").notNull().default(80),
    /** When the customer gets blue ticks: as soon as a member reads, with the answer, or when a member says so. */
    readReceipts: text("read_receipts", { enum: readReceiptModes }).notNull().default("on_open"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("channels_phone_number").on(t.tenantId, t.phoneNumberId),
    check("channels_read_receipts", oneOf(t.readReceipts, readReceiptModes)),
    check("channels_state", oneOf(t.state, ["active", "stopped", "disconnected"])),
    foreignKey({
      columns: [t.tenantId, t.portfolioId],
      foreignColumns: [portfolios.tenantId, portfolios.id],
      name: "channels_portfolio",
    }),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "channels_department",
    }),
    foreignKey({
      columns: [t.tenantId, t.hoursId],
      foreignColumns: [hours.tenantId, hours.id],
      name: "channels_hours",
    }),
    tenantPolicy(),
  ],
);
