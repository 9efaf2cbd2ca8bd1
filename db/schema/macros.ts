import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, tenantId, tenantPolicy } from "@/db/columns";
import type { MacroAction } from "@/lib/macros/types";
import { conversations } from "./conversations";
import { members, tenants } from "./tenants";

/** Several acts under one name, for the whole workspace. */
export const macros = pgTable(
  "macros",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** The key that runs it after M. */
    key: text("key"),
    actions: jsonb("actions").$type<MacroAction[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("macros_name").on(t.tenantId, t.name),
    uniqueIndex("macros_key").on(t.tenantId, t.key).where(sql`key is not null`),
    tenantPolicy(),
  ],
);

/** What a member wants to come back to; gone once they have been reminded. */
export const reminders = pgTable(
  "reminders",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    memberId: uuid("member_id").notNull(),
    body: text("body").notNull(),
    dueAt: instant("due_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("reminders_conversation").on(t.tenantId, t.conversationId, t.memberId),
    index("reminders_member").on(t.tenantId, t.memberId),
    index("reminders_due").on(t.dueAt),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "reminders_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "reminders_member",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
