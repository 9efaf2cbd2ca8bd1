import { and, eq, sql } from "drizzle-orm";
import { ruleRuns } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { actOn, readConversation } from "@/lib/conversations";
import { DomainError, isPassing } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { log } from "@/lib/log";
import { fillIn } from "@/lib/macros";
import { sendMessage } from "@/lib/messages";
import { writeNote } from "@/lib/notes";
import { readConversationSkills, setConversationSkills } from "@/lib/routing";
import { type ActionTrace, endsConversation, type Reason, type RuleAction } from "@/lib/rules/types";
import type { RuleRow } from "@/lib/rules/write";
import { nameOfWorkspace } from "@/lib/tenants";
import { assignByRule } from "./assign";
import { actorOfRun, type Run } from "./claim";
import { hasHandedOver } from "./has-handed-over";
import { templateContent } from "./template-content";

/**
 * Does what a run is still to do, by the verbs that members use. Done twice, each has the same effect as once: a process
 * that dies in between leaves the rest to the next.
 */
export async function act(rule: RuleRow, run: Run): Promise<void> {
  const actor = actorOfRun(rule, run.causeId);
  const actions: ActionTrace[] = [];
  for (const step of run.trace.actions) {
    const isRefused = actions.some(({ outcome }) => outcome === "refused");
    if (step.outcome !== "pending") actions.push(step);
    else if (isRefused && endsConversation(step.action)) actions.push({ ...step, outcome: "skipped" });
    else {
      const refusal = await refusalOf(() => perform(actor, rule, run, step));
      actions.push({ ...step, outcome: refusal ? "refused" : "done", refusal });
    }
  }
  await finish(actor, rule, run, actions);
}

const failed: Reason = {
  code: "rule_failed",
  title: "Something went wrong.",
  nextStep: "Ask the operator to look into the log.",
  details: null,
};

/** @throws what only the moment is to blame for: then the event comes again */
async function refusalOf(work: () => Promise<unknown>): Promise<Reason | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, message: title, nextStep = null, details = null } = error;
      return { code, title, nextStep, details };
    }
    if (isPassing(error)) throw error;
    log().error({ error }, "An action of a rule failed.");
    return failed;
  }
}

type Assign = Extract<RuleAction, { kind: "assign" }>;

async function perform(actor: Actor, rule: RuleRow, run: Run, { id, action }: ActionTrace): Promise<unknown> {
  const { conversationId } = run;
  const origin = { kind: "automation", by: "rule", id: rule.id, name: rule.name } as const;
  switch (action.kind) {
    case "webhook":
      return;
    case "note":
      return writeNote(actor, { conversationId, clientId: id, body: action.text, mentionIds: [] });
    case "reply": {
      const body = await filled(actor, conversationId, action.text);
      return sendMessage(actor, { conversationId, clientId: id, type: "text", text: { body } }, { origin });
    }
    case "template": {
      const fill = (text: string) => filled(actor, conversationId, text);
      const template = await templateContent(actor, conversationId, action, fill);
      return sendMessage(actor, { conversationId, clientId: id, type: "template", template }, { origin });
    }
    case "assign":
      return assign(actor, rule, run, action);
    case "skills": {
      const { skillIds } = await readConversationSkills(actor, { conversationId });
      const wanted = [...new Set([...skillIds, ...action.skillIds])];
      return setConversationSkills(actor, { conversationId, skillIds: wanted });
    }
    default:
      return actOn(actor, { conversationId, act: action });
  }
}

/** Of somebody else who took it meanwhile it is not taken; in the wanted hands it may be since before a process died. */
async function assign(actor: Actor, rule: RuleRow, run: Run, { assigneeId, departmentId }: Assign) {
  if (run.isAgain && (await hasHandedOver(actor, run))) return;
  const { conversationId, trace } = run;
  const now = await readConversation(actor, { conversationId });
  const isThere = assigneeId !== null && now.assignee?.id === assigneeId;
  if (isThere && (departmentId === undefined || (now.department?.id ?? null) === departmentId)) return;
  const expectedAssigneeId = isThere ? assigneeId : trace.sawAssigneeId;
  const through = { kind: "rule", id: rule.id, name: rule.name, runId: run.id } as const;
  await assignByRule(actor, { conversationId, assigneeId, departmentId, expectedAssigneeId, through });
}

async function filled(actor: Actor, conversationId: string, text: string): Promise<string> {
  if (!text.includes("{{")) return text;
  const conversation = await readConversation(actor, { conversationId });
  const { name: workspaceName } = await nameOfWorkspace(actor);
  return fillIn(text, { agentName: conversation.assignee?.name ?? null, conversation, workspaceName });
}

async function finish(actor: Actor, rule: RuleRow, run: Run, actions: ActionTrace[]): Promise<void> {
  const outcome = actions.some((each) => each.outcome === "refused") ? "refused" : "done";
  await withTenant(actor, async (tx) => {
    const itself = and(eq(ruleRuns.tenantId, rule.tenantId), eq(ruleRuns.id, run.id));
    const isOpen = sql`${ruleRuns.trace} @> '{"actions": [{"outcome": "pending"}]}'`;
    const trace = { ...run.trace, actions };
    const ended = await tx.update(ruleRuns).set({ outcome, trace }).where(and(itself, isOpen)).returning();
    if (ended.length === 0) return;
    await recordEvent(tx, actor, { type: "rule.changed", payload: { ruleId: rule.id, change: "ran" } });
  });
}
