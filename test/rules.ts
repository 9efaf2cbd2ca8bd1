import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import { readConversation } from "@/lib/conversations";
import { readCursor, readEventsAfter, recordEvent } from "@/lib/events";
import { createRule, listRuleRuns } from "@/lib/rules";
import { runRules } from "@/lib/rules/runs/run-rules";
import { type Condition, type RuleAction, type RuleEvent, ruleEvents } from "@/lib/rules/types";
import { makeConversation } from "./conversations";
import { ownerQuery } from "./database";
import { untilSettled } from "./event-log";
import { makeTenant } from "./factories";

type Plan = { name?: string; event?: RuleEvent; when?: Condition[]; does: RuleAction[]; isActive?: boolean };

/** A rule that is on, when a message comes, unless told otherwise. */
export function makeRule(
  actor: Actor,
  { name = "Rule", event = "message.received", when = [], does, isActive = true }: Plan,
) {
  const groups = when.length === 0 ? [] : [{ match: "all" as const, conditions: when }];
  return createRule(actor, { name, isActive, event, conditions: { match: "all", groups }, actions: does });
}

type Received = { id: string; contactId: string; messageId: string };

/** Says that the customer's message has come, as ingest does. */
export async function announceMessage(
  tenant: { tenantId: string },
  { id, contactId, messageId }: Received,
): Promise<void> {
  const actor = systemActor(tenant.tenantId, "ingest");
  await withTenant(actor, (tx) =>
    recordEvent(tx, actor, { type: "message.received", conversationId: id, contactId, messageId }),
  );
}

/** Lets the rules of a tenant run until nothing more comes of it. */
export async function settleRules(tenant: { tenantId: string }, from = "0.0"): Promise<string> {
  await untilSettled();
  const events = await withTenant(tenant, (tx) => readEventsAfter(tx, readCursor(from), 500, { types: ruleEvents }));
  const last = events.at(-1);
  if (!last) return from;
  await runRules(events);
  return settleRules(tenant, last.cursor);
}

/** A tenant in whose conversation a message can be received, with all that its rules do of it. */
export async function ruleScene(plan: Parameters<typeof makeConversation>[1] = { text: "Where is my invoice?" }) {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant, plan);
  const conversationId = conversation.id;
  const runsOf = async (ruleId: string) => (await listRuleRuns(tenant.admin, { ruleId, limit: 50 })).items;
  return {
    ...tenant,
    conversation,
    conversationId,
    runsOf,
    now: () => readConversation(tenant.owner, { conversationId }),
    receives: async () => {
      await announceMessage(tenant, conversation);
      await settleRules(tenant);
    },
  };
}

/** What the log has of one type, in its order. */
export const eventsOf = (tenantId: string, type: string) =>
  ownerQuery<{ actor: string; cause_id: string; payload: Record<string, unknown> }>(
    "select actor, cause_id, payload from events where tenant_id = $1 and type = $2 order by xid, seq",
    [tenantId, type],
  );
