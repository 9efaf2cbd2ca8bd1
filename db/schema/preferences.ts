import { sql } from "drizzle-orm";
import {
  bigint,
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
import { densities, type NoticeChoices } from "@/lib/preferences/types";
import { members, sessions } from "./tenants";

/** What a member has chosen for themselves in a workspace; no row: everything as it comes. */
export const preferences = pgTable(
  "preferences",
  {
    tenantId: tenantId(),
    memberId: uuid("member_id").notNull(),
    /** Actions of the console to the keys that were chosen for them; null: none. */
    keys: jsonb("keys").$type<Record<string, string | null>>().notNull().default({}),
    notices: jsonb("notices").$type<Partial<NoticeChoices>>().notNull().default({}),
    density: text("density", { enum: densities }).notNull().default("comfortable"),
    /** 0: never. */
    awayAfterMinutes: integer("away_after_minutes").notNull().default(15),
    /** When they said how they want to be told of things, or that they do not care. */
    noticesSetUpAt: instant("notices_set_up_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId] }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "preferences_member",
    }).onDelete("cascade"),
    check("preferences_density", oneOf(t.density, densities)),
    check("preferences_away_after", sql`away_after_minutes between 0 and 480`),
    tenantPolicy(),
  ],
);

/** A browser that a member is told in while no page of ours is open. Where it can be reached is a secret: sealed. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    tenantId: tenantId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    /** It lives as long as the sign-in in which it was made. */
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    endpointHash: bytea("endpoint_hash").notNull(),
    sealed: bytea("sealed").notNull(),
    /** The last event that it was told of: of several engines one tells it. */
    toldXid: bigint("told_xid", { mode: "bigint" }).notNull().default(sql`0`),
    toldSeq: bigint("told_seq", { mode: "bigint" }).notNull().default(sql`0`),
    /** The push service has asked for rest until then. */
    restsUntil: instant("rests_until"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("push_subscriptions_endpoint").on(t.tenantId, t.endpointHash),
    index("push_subscriptions_member").on(t.tenantId, t.memberId),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "push_subscriptions_member",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
