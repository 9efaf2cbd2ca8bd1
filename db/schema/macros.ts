import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { macroKeys as keys, type MacroAction, macroScopes } from "@/lib/macros/types";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { members, tenants } from "./tenants";

/** Several acts under one name: a member's own, a department's or everybody's. */
export const macros = pgTable(
  "macros",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    scope: text("scope", { enum: macroScopes }).notNull().default("workspace"),
    memberId: uuid("member_id"),
    departmentId: uuid("department_id"),
    name: text("name").notNull(),
    actions: jsonb("actions").$type<MacroAction[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("macros_name").on(t.tenantId, t.scope, t.memberId, t.departmentId, t.name).nullsNotDistinct(),
    index("macros_department").on(t.tenantId, t.departmentId),
    check("macros_scope", oneOf(t.scope, macroScopes)),
    check(
      "macros_owner",
      sql`(scope = 'personal') = (member_id is not null) and (scope = 'department') = (department_id is not null)`,
    ),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "macros_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "macros_department",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** The keys by which members run macros, pressed after M: each has nine of their own. */
export const macroKeys = pgTable(
  "macro_keys",
  {
    tenantId: tenantId(),
    memberId: uuid("member_id").notNull(),
    key: text("key", { enum: keys }).notNull(),
    macroId: uuid("macro_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId, t.key] }),
    uniqueIndex("macro_keys_macro").on(t.tenantId, t.macroId, t.memberId),
    check("macro_keys_key", oneOf(t.key, keys)),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "macro_keys_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.macroId],
      foreignColumns: [macros.tenantId, macros.id],
      name: "macro_keys_macro",
    }).onDelete("cascade"),
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
