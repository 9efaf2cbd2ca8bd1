import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, tenantPolicy } from "@/db/columns";
import { tenants } from "./tenants";

/** How soon a department answers and resolves; what is null is not promised. */
export const serviceLevelPolicies = pgTable(
  "service_level_policies",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    firstReplyMinutes: integer("first_reply_minutes"),
    nextReplyMinutes: integer("next_reply_minutes"),
    resolutionMinutes: integer("resolution_minutes"),
    /** Counts only while the department is open; else by the calendar. */
    inHours: boolean("in_hours").notNull().default(false),
    /** Which part of the time is gone when somebody is warned. */
    warnAtPercent: integer("warn_at_percent").notNull().default(80),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("service_level_policies_name").on(t.tenantId, t.name),
    check(
      "service_level_policies_minutes",
      sql`first_reply_minutes > 0 and next_reply_minutes > 0 and resolution_minutes > 0`,
    ),
    check("service_level_policies_warn", sql`warn_at_percent between 1 and 99`),
    tenantPolicy(),
  ],
);
