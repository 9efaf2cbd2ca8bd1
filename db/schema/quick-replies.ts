import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { quickReplyScopes } from "@/lib/quick-replies/types";
import { departments } from "./departments";
import { members, tenants } from "./tenants";

/** Canned answers: a member's own, a department's or everybody's. */
export const quickReplies = pgTable(
  "quick_replies",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    scope: text("scope", { enum: quickReplyScopes }).notNull(),
    memberId: uuid("member_id"),
    departmentId: uuid("department_id"),
    shortcut: text("shortcut").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("quick_replies_shortcut").on(t.tenantId, t.scope, t.memberId, t.departmentId, t.shortcut).nullsNotDistinct(),
    index("quick_replies_department").on(t.tenantId, t.departmentId),
    check("quick_replies_scope", oneOf(t.scope, quickReplyScopes)),
    check(
      "quick_replies_owner",
      sql`(scope = 'personal') = (member_id is not null) and (scope = 'department') = (department_id is not null)`,
    ),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "quick_replies_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "quick_replies_department",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
