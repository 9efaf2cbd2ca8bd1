/** Plain types of rules; components read them too. */
import type { Act, ActOutcome } from "@/lib/conversations/types";
import type { EventType } from "@/lib/events/types";
import type { Condition, ConditionTrace } from "./facts";

export { type Condition, type ConditionTrace, factKinds, kindOfFact, operatorsOf, type RuleFacts } from "./facts";

export const ruleEvents = [
  "conversation.opened",
  "conversation.reopened",
  "conversation.queued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.labelled",
  "conversation.prioritised",
  "conversation.resolved",
  "message.received",
  "serviceLevel.warned",
  "serviceLevel.missed",
  "survey.answered",
] as const satisfies EventType[];
export type RuleEvent = (typeof ruleEvents)[number];

/** `stopped`: it had run in this chain already · `refused`: an action could not be done. */
export const ruleOutcomes = ["done", "unmatched", "stopped", "refused"] as const;
export type RuleOutcome = (typeof ruleOutcomes)[number];

export type Match = "all" | "any";

/** Groups of conditions; without any, the rule always holds. */
export type RuleConditions = { match: Match; groups: { match: Match; conditions: Condition[] }[] };

/** What a rule does: an act on the conversation, a word to the customer or to the team, or a call of somebody's server. */
export type RuleAction =
  | Act
  | { kind: "reply"; text: string }
  | { kind: "template"; name: string; language: string; values: Record<string, string> }
  | { kind: "note"; text: string }
  /** What whoever gets the conversation has to be able to do. */
  | { kind: "skills"; skillIds: string[] }
  /** `facts`: what it tells beside ids. */
  | { kind: "webhook"; url: string; facts: string[] };
export type RuleActionKind = RuleAction["kind"];

/** In which order a rule acts, however it was put together: what ends a conversation comes last. */
const order: Record<RuleActionKind, number> = {
  label: 0,
  prioritise: 1,
  skills: 2,
  note: 3,
  assign: 4,
  webhook: 5,
  reply: 6,
  template: 7,
  snooze: 8,
  resolve: 9,
  spam: 10,
};

export const ruleActionKinds = Object.keys(order) as RuleActionKind[];

export function inOrder(actions: readonly RuleAction[]): RuleAction[] {
  return actions.toSorted((one, other) => order[one.kind] - order[other.kind]);
}

/** What would be wrong to do after something was refused: without its answer, no conversation is resolved. */
export function endsConversation({ kind }: RuleAction): boolean {
  return order[kind] >= order.snooze;
}

/** In the server's words; `details` is what words in another language are filled with. */
export type Reason = { code: string; title: string; nextStep: string | null; details: Record<string, unknown> | null };

/** `pending`: not done yet · `skipped`: something before it was refused. `id` makes doing it twice harmless. */
export type ActionTrace = {
  id: string;
  action: RuleAction;
  outcome: ActOutcome["outcome"] | "pending" | "skipped";
  refusal: Reason | null;
};

export type GroupTrace = { match: Match; held: boolean; conditions: ConditionTrace[] };

/** Each condition with the value that was seen and whether it held. */
export type Verdict = { held: boolean; match: Match; groups: GroupTrace[] };

/** What a rule saw and did about one event. */
export type RuleTrace = Verdict & {
  event: { type: RuleEvent; at: string; actor: string; messageId: string | null };
  /** Who had the conversation: of somebody who has taken it since, it is not taken away. */
  sawAssigneeId: string | null;
  actions: ActionTrace[];
  /** Why nothing was done although the conditions held. */
  stop: Reason | null;
};

export type Rule = {
  id: string;
  name: string;
  isActive: boolean;
  event: RuleEvent;
  conditions: RuleConditions;
  actions: RuleAction[];
  hasWebhookSecret: boolean;
};

/** `stoppedAt`: until somebody has said that they saw it. `runsToday` counts those whose conditions held, since midnight UTC. */
export type RuleActivity = { lastRunAt: string | null; runsToday: number; stoppedAt: string | null };

export type RuleListed = Rule & RuleActivity;

type Conversation = { id: string; contactName: string };

export type RuleRun = {
  id: string;
  ruleId: string;
  at: string;
  outcome: RuleOutcome;
  conversation: Conversation;
  causeId: string;
  trace: RuleTrace;
  webhooks: WebhookTrace[];
};

/** `answer`: the status that came back, or why none did. */
export type WebhookTrace = {
  url: string;
  state: "waiting" | "arrived" | "given_up";
  attempts: number;
  answer: string | null;
};

/** Every run of the same chain, the first one first. */
export type ChainLink = { runId: string; ruleId: string; ruleName: string; outcome: RuleOutcome; at: string };

/** `asOfNow`: the facts that were judged by what is true now, since nothing tells of that time. */
export type DryRunCase = { conversation: Conversation; at: string; verdict: Verdict; asOfNow: string[] };

/** The most past events that a dry run looks at. */
export const mostDryRunEvents = 200;
