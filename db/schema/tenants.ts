import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  inet,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { roles, visibilities } from "@/lib/auth/types";

export const tenants = pgTable(
  "tenants",
  {
    id: id().primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "suspended", "closed"] })
      .notNull()
      .default("active"),
    /** Made by the demo's seed: `npm start` refuses a database that holds any other. */
    isDemo: boolean("is_demo").notNull().default(false),
    reopenWithinHours: integer("reopen_within_hours").notNull().default(24),
    termsVersion: text("terms_version"),
    termsAcceptedAt: instant("terms_accepted_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("tenants_slug").on(t.slug),
    check("tenants_status", oneOf(t.status, ["active", "suspended", "closed"])),
    check("tenants_slug_form", sql`${t.slug} ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'`),
  ],
);

export const users = pgTable(
  "users",
  {
    id: id().primaryKey(),
    /** Lower case; the form as typed is not kept. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    locale: text("locale").notNull().default("en"),
    timeZone: text("time_zone").notNull().default("UTC"),
    theme: text("theme", { enum: ["system", "light", "dark"] })
      .notNull()
      .default("system"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("users_email").on(t.email), check("users_theme", oneOf(t.theme, ["system", "light", "dark"]))],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id().primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull().default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    ip: inet("ip"),
    userAgent: text("user_agent"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** One-time links: an invitation to a workspace, a password reset. Only the hash is kept. */
export const tokens = pgTable(
  "tokens",
  {
    id: id().primaryKey(),
    kind: text("kind", { enum: ["invitation", "reset"] }).notNull(),
    hash: text("hash").notNull(),
    email: text("email").notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    tenantId: uuid("tenant_id").references(() => tenants.id, { onDelete: "cascade" }),
    invitation: jsonb("invitation").$type<{ role: string; departmentIds: string[]; invitedBy: string }>(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("tokens_hash").on(t.hash),
    index("tokens_tenant").on(t.tenantId),
    check("tokens_kind", oneOf(t.kind, ["invitation", "reset"])),
  ],
);

/** Counters of attempts by key (address, account, route), kept before anybody is known. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  /** Theoretical arrival time of the generic cell rate algorithm. */
  arrivesAt: instant("arrives_at").notNull(),
});

export const members = pgTable(
  "members",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: roles }).notNull(),
    visibility: text("visibility", { enum: visibilities }).notNull().default("department"),
    status: text("status", { enum: ["active", "deactivated"] })
      .notNull()
      .default("active"),
    /** How long what they send can be taken back; 0: it leaves at once. */
    undoSeconds: integer("undo_seconds").notNull().default(0),
    /** How much work may be assigned to them, in conversations of full weight; null: as the workspace says. */
    capacity: integer("capacity"),
    /** The languages they answer in, such as `es`; none: any. */
    languages: text("languages").array().notNull().default(sql`'{}'`),
    /** Copied from the user, so that a tenant reads its members without the global table. */
    name: text("name").notNull(),
    email: text("email").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("members_user").on(t.tenantId, t.userId),
    check("members_role", oneOf(t.role, roles)),
    check("members_visibility", oneOf(t.visibility, visibilities)),
    check("members_capacity", sql`capacity between 0 and 100`),
    check("members_undo_seconds", sql`undo_seconds between 0 and 10`),
    check("members_status", oneOf(t.status, ["active", "deactivated"])),
    tenantPolicy(),
  ],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    /** The last four characters, so that a list can tell keys apart. */
    ending: text("ending").notNull(),
    role: text("role", { enum: roles }).notNull(),
    scopes: text("scopes").array().notNull().default(sql`'{}'`),
    createdByMemberId: uuid("created_by_member_id"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("api_keys_hash").on(t.tenantId, t.hash),
    check("api_keys_role", oneOf(t.role, roles)),
    foreignKey({
      columns: [t.tenantId, t.createdByMemberId],
      foreignColumns: [members.tenantId, members.id],
      name: "api_keys_created_by",
    }),
    tenantPolicy(),
  ],
);
