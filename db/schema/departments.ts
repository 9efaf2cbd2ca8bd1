import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { availabilityStates } from "@/lib/availability/types";
import { hours } from "./hours";
import { serviceLevelPolicies } from "./service-level-policies";
import { members, tenants } from "./tenants";

export const departments = pgTable(
  "departments",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** One of these has to be given to resolve a conversation; none: nothing is asked. */
    closingReasons: text("closing_reasons").array().notNull().default(sql`'{}'`),
    asksClosingNote: boolean("asks_closing_note").notNull().default(false),
    /** The languages it answers in, such as `es`; none: any. */
    languages: text("languages").array().notNull().default(sql`'{}'`),
    /** When it is open; null: always. */
    hoursId: uuid("hours_id"),
    serviceLevelPolicyId: uuid("service_level_policy_id"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("departments_name").on(t.tenantId, t.name),
    foreignKey({
      columns: [t.tenantId, t.hoursId],
      foreignColumns: [hours.tenantId, hours.id],
      name: "departments_hours",
    }),
    foreignKey({
      columns: [t.tenantId, t.serviceLevelPolicyId],
      foreignColumns: [serviceLevelPolicies.tenantId, serviceLevelPolicies.id],
      name: "departments_service_level_policy",
    }),
    tenantPolicy(),
  ],
);

export const departmentMembers = pgTable(
  "department_members",
  {
    tenantId: tenantId(),
    departmentId: uuid("department_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.departmentId, t.memberId] }),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "department_members_department",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "department_members_member",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Every change of a member's availability; the row without an end is the present. */
export const availability = pgTable(
  "availability",
  {
    tenantId: tenantId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    state: text("state", { enum: availabilityStates }).notNull(),
    reason: text("reason"),
    since: instant("since").notNull(),
    until: instant("until"),
    /** When the member was last seen to do something, to the minute. */
    activeAt: instant("active_at"),
    /** When a live connection of theirs was last seen, to the minute; null: none has been since they are counted. */
    connectedAt: instant("connected_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "availability_member",
    }).onDelete("cascade"),
    check("availability_state", oneOf(t.state, availabilityStates)),
    uniqueIndex("availability_present").on(t.tenantId, t.memberId).where(sql`until is null`),
    index("availability_member").on(t.tenantId, t.memberId, t.since),
    tenantPolicy(),
  ],
);
