/** Plain types of rules; components read them too. */
import type { EventType } from "@/lib/events/types";

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

export type RuleConditions = unknown;
export type RuleAction = unknown;
export type RuleTrace = unknown;
