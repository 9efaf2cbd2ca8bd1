import { jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, tenantPolicy } from "@/db/columns";
import type { HoursException, WeeklyHours } from "@/lib/hours/types";
import { tenants } from "./tenants";

/** When somebody is there, by the clocks of a time zone. Departments and numbers share them. */
export const hours = pgTable(
  "hours",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    weekly: jsonb("weekly").$type<WeeklyHours>().notNull(),
    exceptions: jsonb("exceptions").$type<HoursException[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("hours_name").on(t.tenantId, t.name),
    tenantPolicy(),
  ],
);
