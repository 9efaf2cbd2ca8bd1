import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, tenantPolicy } from "@/db/columns";
import type { ConversationFilter } from "@/lib/conversations/types";
import { members, tenants } from "./tenants";

/** Filters with a name: a member's own, or everybody's. */
export const savedViews = pgTable(
  "saved_views",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    /** Whose it is; null: everybody's. */
    memberId: uuid("member_id"),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<ConversationFilter>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("saved_views_member").on(t.tenantId, t.memberId),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "saved_views_member",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
