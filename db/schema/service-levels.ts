import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { serviceLevelKinds } from "@/lib/service-levels/types";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { serviceLevelPolicies } from "./service-level-policies";

/** What was promised of a conversation and how it went. One of a kind runs at a time; the ended ones are history. */
export const serviceLevels = pgTable(
  "service_levels",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    kind: text("kind", { enum: serviceLevelKinds }).notNull(),
    /** Null for the service window, which is Meta's promise and not ours. */
    policyId: uuid("policy_id"),
    departmentId: uuid("department_id"),
    startedAt: instant("started_at").notNull(),
    /** Since when its time runs; null while it stands still. */
    runningSince: instant("running_since"),
    /** How much of the time was gone by then. */
    usedSeconds: integer("used_seconds").notNull().default(0),
    /** Null while it stands still, or where nobody is ever there. */
    dueAt: instant("due_at"),
    warnAt: instant("warn_at"),
    warnedAt: instant("warned_at"),
    missedAt: instant("missed_at"),
    /** Kept, or done too late. */
    metAt: instant("met_at"),
    /** It does not hold any more: spam, another responder, another policy. */
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("service_levels_running")
      .on(t.tenantId, t.conversationId, t.kind)
      .where(sql`met_at is null and cancelled_at is null`),
    index("service_levels_started").on(t.tenantId, t.startedAt),
    index("service_levels_conversation").on(t.tenantId, t.conversationId),
    index("service_levels_warn").on(t.warnAt).where(sql`warned_at is null and met_at is null and cancelled_at is null`),
    index("service_levels_due").on(t.dueAt).where(sql`missed_at is null and met_at is null and cancelled_at is null`),
    index("service_levels_met").on(t.tenantId, t.metAt).where(sql`met_at is not null`),
    index("service_levels_missed").on(t.tenantId, t.missedAt).where(sql`missed_at is not null`),
    check("service_levels_kind", oneOf(t.kind, serviceLevelKinds)),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "service_levels_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.policyId],
      foreignColumns: [serviceLevelPolicies.tenantId, serviceLevelPolicies.id],
      name: "service_levels_policy",
    }),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "service_levels_department",
    }),
    tenantPolicy(),
  ],
);
