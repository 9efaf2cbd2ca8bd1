import { sql } from "drizzle-orm";
import {
  boolean,
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
import { offerOutcomes, type RoutingDecisionFacts, routingModes, rulesThatGive } from "@/lib/routing/types";
import { conversations } from "./conversations";
import { departments } from "./departments";
import { members, tenants } from "./tenants";

/** What somebody can do that not everybody can. */
export const skills = pgTable(
  "skills",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("skills_name").on(t.tenantId, t.name),
    tenantPolicy(),
  ],
);

export const memberSkills = pgTable(
  "member_skills",
  { tenantId: tenantId(), memberId: uuid("member_id").notNull(), skillId: uuid("skill_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.memberId, t.skillId] }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "member_skills_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.skillId],
      foreignColumns: [skills.tenantId, skills.id],
      name: "member_skills_skill",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** The skills that whoever answers for a department has to have. */
export const departmentSkills = pgTable(
  "department_skills",
  { tenantId: tenantId(), departmentId: uuid("department_id").notNull(), skillId: uuid("skill_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.departmentId, t.skillId] }),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "department_skills_department",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.skillId],
      foreignColumns: [skills.tenantId, skills.id],
      name: "department_skills_skill",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** How a department's queue gives out work; a department without a row is routed by hand. */
export const queues = pgTable(
  "queues",
  {
    tenantId: tenantId(),
    departmentId: uuid("department_id").notNull(),
    mode: text("mode", { enum: routingModes }).notNull().default("manual"),
    /** How long an offer stands. */
    offerSeconds: integer("offer_seconds").notNull().default(30),
    /** How long a conversation waits for who had it last, while they are there and have no room; 0: not at all. */
    stickySeconds: integer("sticky_seconds").notNull().default(60),
    /** After how long in the queue somebody else may answer; null: never. */
    overflowSeconds: integer("overflow_seconds"),
    /** To which department it goes then; null: to anybody of this one, whatever their skills. */
    overflowDepartmentId: uuid("overflow_department_id"),
    /** How long after somebody went their waiting conversations come back; null: never. */
    returnSeconds: integer("return_seconds").default(300),
    /** How long after it was given to somebody who does not answer it comes back; null: never. */
    unansweredSeconds: integer("unanswered_seconds"),
    /** Whether somebody who asks for the next may have it though they have as much as they can take. */
    mayExceedCapacity: boolean("may_exceed_capacity").notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.departmentId] }),
    check("queues_mode", oneOf(t.mode, routingModes)),
    check("queues_offer_seconds", sql`offer_seconds between 5 and 600`),
    check("queues_sticky_seconds", sql`sticky_seconds between 0 and 86400`),
    check("queues_overflow_seconds", sql`overflow_seconds between 10 and 604800`),
    check("queues_return_seconds", sql`return_seconds between 0 and 86400`),
    check("queues_unanswered_seconds", sql`unanswered_seconds between 30 and 86400`),
    check("queues_overflow_is_elsewhere", sql`overflow_department_id <> department_id`),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "queues_department",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.overflowDepartmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "queues_overflow_department",
    }),
    tenantPolicy(),
  ],
);

/** What counts as how much work; a workspace without a row has the defaults. Weights in percent of a whole one. */
export const workloads = pgTable(
  "workloads",
  {
    tenantId: tenantId()
      .primaryKey()
      .references(() => tenants.id, { onDelete: "cascade" }),
    capacity: integer("capacity").notNull().default(6),
    waitingOnUsPercent: integer("waiting_on_us_percent").notNull().default(100),
    waitingOnCustomerPercent: integer("waiting_on_customer_percent").notNull().default(50),
    snoozedPercent: integer("snoozed_percent").notNull().default(10),
    /** After so long in a queue a conversation counts as one priority higher. */
    agingMinutes: integer("aging_minutes").notNull().default(15),
  },
  () => [
    check("workloads_capacity", sql`capacity between 1 and 100`),
    check(
      "workloads_percents",
      sql`waiting_on_us_percent between 0 and 100 and waiting_on_customer_percent between 0 and 100 and snoozed_percent between 0 and 100`,
    ),
    check("workloads_aging", sql`aging_minutes between 1 and 1440`),
    tenantPolicy(),
  ],
);

const isGiving = sql.raw(`facts->>'rule' in (${rulesThatGive.map((rule) => `'${rule}'`).join(", ")})`);

/** Why a conversation was given to somebody, offered, moved or given back: who could have had it, who not, and by which rule. */
export const routingDecisions = pgTable(
  "routing_decisions",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    departmentId: uuid("department_id"),
    memberId: uuid("member_id"),
    at: instant("at").notNull(),
    facts: jsonb("facts").$type<RoutingDecisionFacts>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("routing_decisions_conversation").on(t.tenantId, t.conversationId, t.at),
    // Whoever was given nothing for longest is next; what people give each other by hand does not count.
    index("routing_decisions_given").on(t.tenantId, t.memberId, t.at).where(isGiving),
    index("routing_decisions_age").on(t.at),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "routing_decisions_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.departmentId],
      foreignColumns: [departments.tenantId, departments.id],
      name: "routing_decisions_department",
    }),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "routing_decisions_member",
    }),
    tenantPolicy(),
  ],
);

/** What was offered to whom, and what became of it. One of a conversation stands at a time, and one of a member. */
export const offers = pgTable(
  "offers",
  {
    tenantId: tenantId(),
    id: id(),
    conversationId: uuid("conversation_id").notNull(),
    memberId: uuid("member_id").notNull(),
    decisionId: uuid("decision_id").notNull(),
    offeredAt: instant("offered_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    outcome: text("outcome", { enum: offerOutcomes }),
    endedAt: instant("ended_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("offers_standing").on(t.tenantId, t.conversationId).where(sql`outcome is null`),
    uniqueIndex("offers_standing_with").on(t.tenantId, t.memberId).where(sql`outcome is null`),
    index("offers_conversation").on(t.tenantId, t.conversationId, t.offeredAt),
    index("offers_due").on(t.expiresAt).where(sql`outcome is null`),
    check("offers_outcome", oneOf(t.outcome, offerOutcomes)),
    check("offers_ended", sql`(outcome is null) = (ended_at is null)`),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "offers_conversation",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.memberId],
      foreignColumns: [members.tenantId, members.id],
      name: "offers_member",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.decisionId],
      foreignColumns: [routingDecisions.tenantId, routingDecisions.id],
      name: "offers_decision",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
