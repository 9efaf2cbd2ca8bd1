import * as z from "zod";
import { contract } from "@/lib/contract";
import { Act } from "@/lib/conversations/schemas";
import { PageInput, pageOf } from "@/lib/paging";
import { RuleConditions, Verdict } from "./conditions-schema";
import { kindOfFact } from "./facts";
import { mostDryRunEvents, ruleActionKinds, ruleEvents, ruleOutcomes } from "./types";

const text = (most: number) => z.string().trim().min(1, "should not be empty").max(most);
const time = z.iso.datetime();

export const RuleAction = z
  .union([
    Act,
    z.object({ kind: z.literal("reply"), text: text(4_096) }),
    z.object({
      kind: z.literal("template"),
      name: z.string().min(1).max(512),
      language: z.string().min(2).max(15),
      /** What is filled in, by the place in the template: `body.1`. */
      values: z.record(z.string().max(60), z.string().max(1_024)).default({}),
    }),
    z.object({ kind: z.literal("note"), text: text(10_000) }),
    z.object({ kind: z.literal("skills"), skillIds: z.array(z.uuid()).min(1).max(20) }),
    z.object({
      kind: z.literal("webhook"),
      url: z.url({ protocol: /^https?$/, error: "should be an address such as https://example.com/hook" }).max(2_000),
      facts: z
        .array(z.string().refine((fact) => kindOfFact(fact) !== null, "should be a fact"))
        .max(30)
        .default([]),
    }),
  ])
  .refine((action) => action.kind !== "assign" || action.assigneeId !== "me", "should be somebody, not me");

const name = text(80);
const actions = z
  .array(RuleAction)
  .min(1, "should do something")
  .max(ruleActionKinds.length)
  .refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, "should do each kind of thing once");

const definition = {
  event: z.enum(ruleEvents),
  conditions: RuleConditions,
};

export const Rule = z.object({
  id: z.uuid(),
  name: z.string(),
  isActive: z.boolean(),
  ...definition,
  actions: z.array(RuleAction),
  hasWebhookSecret: z.boolean(),
});

const RuleListed = Rule.extend({
  lastRunAt: time.nullable(),
  runsToday: z.number().int(),
  stoppedAt: time.nullable(),
});

const Reason = z.object({
  code: z.string(),
  title: z.string(),
  nextStep: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).nullable(),
});
const conversation = z.object({ id: z.uuid(), contactName: z.string() });
const outcome = z.enum(ruleOutcomes);

export const RuleRun = z.object({
  id: z.uuid(),
  ruleId: z.uuid(),
  at: time,
  outcome,
  conversation,
  causeId: z.uuid(),
  trace: Verdict.extend({
    event: z.object({ type: z.enum(ruleEvents), at: time, actor: z.string(), messageId: z.uuid().nullable() }),
    sawAssigneeId: z.uuid().nullable(),
    actions: z.array(
      z.object({
        id: z.uuid(),
        action: RuleAction,
        outcome: z.enum(["pending", "done", "refused", "skipped"]),
        refusal: Reason.nullable(),
      }),
    ),
    stop: Reason.nullable(),
  }),
  webhooks: z.array(
    z.object({
      url: z.string(),
      state: z.enum(["waiting", "arrived", "given_up"]),
      attempts: z.number().int(),
      answer: z.string().nullable(),
    }),
  ),
});

const RunInChain = RuleRun.extend({
  chain: z.array(z.object({ runId: z.uuid(), ruleId: z.uuid(), ruleName: z.string(), outcome, at: time })),
});

const one = z.object({ ruleId: z.uuid() });

export const ListRules = contract({
  method: "GET",
  path: "/rules",
  permission: "rules.manage",
  summary: "List rules in the order in which they run",
  input: PageInput,
  output: pageOf(RuleListed),
});

export const ReadRule = contract({
  method: "GET",
  path: "/rules/:ruleId",
  permission: "rules.manage",
  summary: "Read one rule",
  input: one,
  output: RuleListed,
});

export const CreateRule = contract({
  method: "POST",
  path: "/rules",
  permission: "rules.manage",
  summary: "Create a rule",
  input: z.object({ name, isActive: z.boolean().default(false), ...definition, actions }),
  output: Rule,
});

export const EditRule = contract({
  method: "PATCH",
  path: "/rules/:ruleId",
  permission: "rules.manage",
  summary: "Change a rule, switch it on or off",
  input: one.extend({
    name: name.optional(),
    isActive: z.boolean().optional(),
    event: definition.event.optional(),
    conditions: RuleConditions.optional(),
    actions: actions.optional(),
  }),
  output: Rule,
});

export const MoveRule = contract({
  method: "POST",
  path: "/rules/:ruleId/move",
  permission: "rules.manage",
  summary: "Put a rule in its place among the others, 0 for the first",
  input: one.extend({ place: z.number().int().min(0).max(1_000) }),
  output: z.object({ ruleIds: z.array(z.uuid()) }),
});

export const SeeRuleStop = contract({
  method: "POST",
  path: "/rules/:ruleId/stop-seen",
  permission: "rules.manage",
  summary: "Say that somebody has seen that a rule was stopped; it waits for that",
  input: one,
  output: z.object({}),
});

export const CountStoppedRules = contract({
  method: "GET",
  path: "/rules/stopped",
  permission: "rules.manage",
  summary: "Count the rules that were stopped and that nobody has looked at since",
  input: z.object({}),
  output: z.object({ count: z.number().int() }),
});

export const DeleteRule = contract({
  method: "DELETE",
  path: "/rules/:ruleId",
  permission: "rules.manage",
  summary: "Delete a rule with its runs",
  input: one,
  output: z.object({}),
});

export const ReplaceRuleSecret = contract({
  method: "POST",
  path: "/rules/:ruleId/webhook-secret",
  permission: "rules.manage",
  summary: "Make a new secret that signs what the rule posts; it is shown this once",
  input: one,
  output: z.object({ secret: z.string() }),
});

export const DryRunRule = contract({
  method: "POST",
  path: "/rules/dry-run",
  permission: "rules.manage",
  summary: "Judge past events by a rule that need not be saved; nothing is changed",
  input: z.object({ ...definition, limit: z.number().int().min(1).max(mostDryRunEvents).default(100) }),
  output: z.object({
    cases: z.array(
      z.object({
        conversation,
        at: time,
        verdict: Verdict,
        /** The facts that were judged by what is true now, since nothing tells of that time. */
        asOfNow: z.array(z.string()),
      }),
    ),
  }),
});

export const ListRuleRuns = contract({
  method: "GET",
  path: "/rules/:ruleId/runs",
  permission: "rules.manage",
  summary: "List what a rule did, the latest first",
  input: PageInput.extend({ ...one.shape, outcome: outcome.optional() }),
  output: pageOf(RuleRun),
});

export const ReadRuleRun = contract({
  method: "GET",
  path: "/rules/:ruleId/runs/:runId",
  permission: "rules.manage",
  summary: "Read one run with the chain of which it is a part",
  input: one.extend({ runId: z.uuid() }),
  output: RunInChain,
});

export const ReadConversationRuleRun = contract({
  method: "GET",
  path: "/conversations/:conversationId/rule-runs/:runId",
  permission: "conversations.read",
  summary: "Read why a rule did something in a conversation; of webhooks, those who manage rules alone see the path",
  input: z.object({ conversationId: z.uuid(), runId: z.uuid() }),
  output: RunInChain,
});
