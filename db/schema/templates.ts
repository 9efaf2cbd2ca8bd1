import { sql } from "drizzle-orm";
import {
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
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { templateSyncStates } from "@/lib/templates/types";
import { members, tenants } from "./tenants";

/** WhatsApp's templates of our accounts, as Meta holds them: every status, category and component is kept, known or not. */
export const templates = pgTable(
  "templates",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    wabaId: text("waba_id").notNull(),
    metaId: text("meta_id").notNull(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    status: text("status").notNull(),
    category: text("category").notNull(),
    /** What it was before Meta put it into another category. */
    previousCategory: text("previous_category"),
    /** Announced, and not in force yet. */
    nextCategory: text("next_category"),
    nextCategoryAt: instant("next_category_at"),
    parameterFormat: text("parameter_format").notNull().default("POSITIONAL"),
    components: jsonb("components").$type<Record<string, unknown>[]>().notNull(),
    rejectedReason: text("rejected_reason"),
    /** Meta's words on the present status. */
    statusNote: text("status_note"),
    quality: text("quality"),
    /** Name and words in one line of lower case, for search. */
    searchText: text("search_text").notNull(),
    /** Of which moment each of these is known: lists and webhooks overtake each other, and the newest wins. */
    statusAt: instant("status_at").notNull(),
    categoryAt: instant("category_at").notNull(),
    qualityAt: instant("quality_at").notNull(),
    /** The last reading of the whole list that it was in. */
    seenIn: uuid("seen_in"),
    removedAt: instant("removed_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("templates_meta_id").on(t.tenantId, t.wabaId, t.metaId),
    index("templates_name").on(t.tenantId, t.wabaId, t.name, t.language),
    tenantPolicy(),
  ],
);

/** One row an account: when its list is read next, and how the last reading went. */
export const templateSyncs = pgTable(
  "template_syncs",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    wabaId: text("waba_id").notNull(),
    state: text("state", { enum: templateSyncStates }).notNull().default("waiting"),
    dueAt: instant("due_at").notNull().default(sql`now()`),
    leaseToken: uuid("lease_token"),
    leasedUntil: instant("leased_until"),
    /** How many were read so far, or the last time. */
    seenCount: integer("seen_count").notNull().default(0),
    startedAt: instant("started_at"),
    /** When the whole list was last read to its end. */
    finishedAt: instant("finished_at"),
    failures: integer("failures").notNull().default(0),
    failure: jsonb("failure").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.wabaId] }),
    index("template_syncs_due").on(t.dueAt),
    check("template_syncs_state", oneOf(t.state, templateSyncStates)),
    tenantPolicy(),
  ],
);

/** A member's favourites, in all their languages at once. */
export const templateFavourites = pgTable(
  "template_favourites",
  {
    tenantId: tenantId(),
    memberId: uuid("member_id").notNull(),
    wabaId: text("waba_id").notNull(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId, t.wabaId, t.name] }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "template_favourites_member",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
