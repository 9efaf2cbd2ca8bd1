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
import { bytea, createdAt, id, instant, oneOf, tenantId, tenantPolicy } from "@/db/columns";
import { type RuleAction, type RuleConditions, type RuleTrace, ruleEvents, ruleOutcomes } from "@/lib/rules/types";
import { conversations } from "./conversations";
import { tenants } from "./tenants";

/** When something happens, if it is so, then do that. */
export const rules = pgTable(
  "rules",
  {
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    id: id(),
    name: text("name").notNull(),
    /** In which order the rules of one event run. */
    position: integer("position").notNull(),
    isActive: boolean("is_active").notNull().default(false),
    event: text("event", { enum: ruleEvents }).notNull(),
    conditions: jsonb("conditions").$type<RuleConditions>().notNull(),
    actions: jsonb("actions").$type<RuleAction[]>().notNull(),
    /** Signs what it posts. */
    webhookSecretSealed: bytea("webhook_secret_sealed"),
    createdAt: createdAt(),
    /** Until when somebody has seen that the guard stopped it. */
    stopSeenAt: instant("stop_seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("rules_name").on(t.tenantId, t.name),
    index("rules_event").on(t.tenantId, t.event, t.position),
    check("rules_event", oneOf(t.event, ruleEvents)),
    tenantPolicy(),
  ],
);

/** What a rule did about one event, and why. */
export const ruleRuns = pgTable(
  "rule_runs",
  {
    tenantId: tenantId(),
    id: id(),
    ruleId: uuid("rule_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    /** The chain of which this is a part: a rule runs once in it. */
    causeId: uuid("cause_id").notNull(),
    eventCursor: text("event_cursor").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome", { enum: ruleOutcomes }).notNull(),
    trace: jsonb("trace").$type<RuleTrace>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("rule_runs_event").on(t.tenantId, t.ruleId, t.eventCursor),
    index("rule_runs_cause").on(t.tenantId, t.causeId, t.ruleId),
    index("rule_runs_rule").on(t.tenantId, t.ruleId, t.at.desc()),
    index("rule_runs_outcome").on(t.tenantId, t.ruleId, t.outcome, t.at.desc()),
    index("rule_runs_conversation").on(t.tenantId, t.conversationId, t.at.desc()),
    index("rule_runs_age").on(t.at),
    check("rule_runs_outcome", oneOf(t.outcome, ruleOutcomes)),
    foreignKey({
      columns: [t.tenantId, t.ruleId],
      foreignColumns: [rules.tenantId, rules.id],
      name: "rule_runs_rule",
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.tenantId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
      name: "rule_runs_conversation",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** What a rule posts to somebody's server, until it has arrived or is given up. */
export const ruleWebhooks = pgTable(
  "rule_webhooks",
  {
    tenantId: tenantId(),
    id: id(),
    runId: uuid("run_id").notNull(),
    url: text("url").notNull(),
    bodySealed: bytea("body_sealed"),
    attempts: integer("attempts").notNull().default(0),
    dueAt: instant("due_at").notNull(),
    doneAt: instant("done_at"),
    /** The last answer, or why there was none. */
    answer: text("answer"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("rule_webhooks_due").on(t.dueAt).where(sql`done_at is null`),
    index("rule_webhooks_run").on(t.tenantId, t.runId),
    foreignKey({
      columns: [t.tenantId, t.runId],
      foreignColumns: [ruleRuns.tenantId, ruleRuns.id],
      name: "rule_webhooks_run",
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
