import { expect, test } from "vitest";
import {
  assignConversation,
  labelConversation,
  prioritiseConversation,
  reopenConversation,
  resolveConversation,
  snoozeConversation,
  wakeConversation,
} from "@/lib/conversations";
import { createLabel, editLabel } from "@/lib/labels";
import { dryRunRule } from "@/lib/rules";
import type { Condition, RuleFacts } from "@/lib/rules/types";
import { ownerQuery } from "@/test/database";
import { announceMessage, ruleScene } from "@/test/rules";

const asked = ["state", "assigneeId", "departmentId", "priority", "labelIds", "text", "channelId"];
const unknown = ["language", "isWindowOpen", "waitingMinutes"];

const conditionOf = (fact: string): Condition =>
  fact === "text"
    ? { fact, operator: "contains", value: ["x"] }
    : { fact, operator: fact === "labelIds" ? "hasAnyOf" : "isAnyOf", value: ["x"] };

/** What a dry run sees of every message that came, the first one first. */
async function seenBy(actor: Parameters<typeof dryRunRule>[0], facts = asked) {
  const conditions = { match: "all" as const, groups: [{ match: "all" as const, conditions: facts.map(conditionOf) }] };
  const { cases } = await dryRunRule(actor, { event: "message.received", conditions, limit: 200 });
  return cases.toReversed().map(({ verdict, asOfNow }) => {
    const seen: RuleFacts = {};
    for (const { fact, seen: value } of verdict.groups[0]?.conditions ?? []) seen[fact] = value;
    return { seen, asOfNow };
  });
}

test("whatever was done since, a dry run sees assignee, department, priority, labels and state as they were", async () => {
  const scene = await ruleScene();
  const { admin, agent, agent2, conversationId, conversation, departments } = scene;
  const label = await createLabel(admin, { name: "Billing", colour: "teal" });
  const steps: (() => Promise<unknown>)[] = [
    () => assignConversation(admin, { conversationId, assigneeId: agent.id }),
    () => labelConversation(agent, { conversationId, add: [label.id], remove: [] }),
    () => prioritiseConversation(agent, { conversationId, priority: "high" }),
    () => snoozeConversation(agent, { conversationId, until: { kind: "reply" } }),
    () => wakeConversation(agent, { conversationId }),
    () => assignConversation(admin, { conversationId, assigneeId: null, departmentId: departments[1].id }),
    () => assignConversation(admin, { conversationId, assigneeId: agent2.id }),
    () => labelConversation(agent2, { conversationId, add: [], remove: [label.id] }),
    () => resolveConversation(agent2, { conversationId, reason: "Answered" }),
    () => reopenConversation(admin, { conversationId }),
    () => prioritiseConversation(admin, { conversationId, priority: "low" }),
  ];
  const expected: RuleFacts[] = [];
  const note = async () => {
    await announceMessage(scene, conversation);
    const { state, assignee, department, priority, labels } = await scene.now();
    expected.push({
      ...{ state, priority, labelIds: labels.map(({ id }) => id) },
      ...{ assigneeId: assignee?.id ?? null, departmentId: department?.id ?? null },
    });
  };
  await note();
  for (const step of steps) {
    await step();
    await note();
  }
  const seen = await seenBy(admin);
  // Of before the first act, nothing says in which state the conversation was.
  expect(seen[0]?.asOfNow).toEqual(["state"]);
  expect(seen.slice(1).map(({ asOfNow }) => asOfNow)).toEqual(steps.map(() => []));
  for (const [at, facts] of expected.entries()) {
    const { state: _, ...others } = facts;
    expect(seen[at]?.seen).toMatchObject(at === 0 ? others : facts);
  }
});

test("what nothing tells of is judged by what is true now, and named", async () => {
  const scene = await ruleScene();
  await announceMessage(scene, scene.conversation);
  await resolveConversation(scene.agent, { conversationId: scene.conversationId });
  const [first] = await seenBy(scene.admin, ["language", "text"]);
  expect(first?.asOfNow).toEqual(["language"]);
  const cases = await Promise.all(unknown.map((fact) => seenBy(scene.admin, [fact])));
  expect(cases.map(([only]) => only?.asOfNow)).toEqual(unknown.map((fact) => [fact]));
});

test("labels are told by older events that have only their names, while these still are names of labels", async () => {
  const scene = await ruleScene();
  const { admin, agent, conversationId } = scene;
  const label = await createLabel(admin, { name: "Billing", colour: "teal" });
  await announceMessage(scene, scene.conversation);
  await labelConversation(agent, { conversationId, add: [label.id], remove: [] });
  await ownerQuery(
    "update events set payload = payload - 'addedIds' - 'removedIds' where tenant_id = $1 and type = 'conversation.labelled'",
    [scene.tenantId],
  );
  expect(await seenBy(admin, ["labelIds"])).toEqual([{ seen: { labelIds: [] }, asOfNow: [] }]);
  await editLabel(admin, { labelId: label.id, name: "Invoices" });
  expect(await seenBy(admin, ["labelIds"])).toEqual([{ seen: { labelIds: [label.id] }, asOfNow: ["labelIds"] }]);
});

test("conversations that became one are judged by what is true now", async () => {
  const scene = await ruleScene();
  await announceMessage(scene, scene.conversation);
  await ownerQuery(
    `insert into events (tenant_id, type, actor, conversation_id, payload)
     values ($1, 'contact.changed', 'system:test', $2, '{"mergedConversationId": "x"}')`,
    [scene.tenantId, scene.conversationId],
  );
  const [only] = await seenBy(scene.admin);
  expect(only?.asOfNow.toSorted()).toEqual(["assigneeId", "departmentId", "labelIds", "priority", "state"]);
});
