import { describe, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { listTimeline, markSpam, prioritiseConversation, resolveConversation } from "@/lib/conversations";
import { readEventsAfter, recordEvent } from "@/lib/events";
import { createHours, setChannelHours } from "@/lib/hours";
import { newId } from "@/lib/ids";
import { createLabel } from "@/lib/labels";
import { listMessages } from "@/lib/messages";
import { listNotes } from "@/lib/notes";
import { createSkill, readConversationSkills, setConversationSkills } from "@/lib/routing";
import { deleteRule, readConversationRuleRun, readRule, startRules } from "@/lib/rules";
import { type Condition, type RuleAction, ruleEvents } from "@/lib/rules/types";
import { ownerQuery } from "@/test/database";
import { eventually, untilSettled } from "@/test/event-log";
import { goes } from "@/test/routing";
import { announceMessage, eventsOf, makeRule, ruleScene, settleRules } from "@/test/rules";
import { runRules } from "./run-rules";

const page = { limit: 50 };
const saysInvoice: Condition = { fact: "text", operator: "contains", value: ["invoice"] };

describe("a rule", () => {
  test("does what it says by the verbs that members use, and its run says what it saw and did", async () => {
    const { tenantId, admin, conversationId, receives, runsOf, now } = await ruleScene();
    const label = await createLabel(admin, { name: "Billing", colour: "teal" });
    const does: RuleAction[] = [
      { kind: "reply", text: "{{contact.firstName}}, we look for it." },
      { kind: "note", text: "Asked for an invoice" },
      { kind: "prioritise", priority: "high" },
      { kind: "label", add: [label.id], remove: [] },
    ];
    const rule = await makeRule(admin, { name: "Invoices", when: [saysInvoice], does });
    await receives();
    expect(await now()).toMatchObject({ priority: "high", labels: [{ name: "Billing" }], state: "queued" });
    expect((await listNotes(admin, { conversationId, ...page })).items).toMatchObject([
      { body: "Asked for an invoice" },
    ]);
    const { items } = await listMessages(admin, { conversationId, ...page });
    expect(items[0]).toMatchObject({ text: "Casey, we look for it.", author: { kind: "system" } });
    const [run] = await runsOf(rule.id);
    expect(run).toMatchObject({ outcome: "done", conversation: { id: conversationId, contactName: "Casey" } });
    expect(run?.trace.groups[0]?.conditions).toEqual([{ ...saysInvoice, seen: "Where is my invoice?", held: true }]);
    expect(run?.trace.actions.map(({ action, outcome }) => [action.kind, outcome])).toEqual([
      ["label", "done"],
      ["prioritise", "done"],
      ["note", "done"],
      ["reply", "done"],
    ]);
    const [changed] = await eventsOf(tenantId, "conversation.prioritised");
    expect(changed).toMatchObject({ actor: `system:rule:${rule.id}`, cause_id: run?.causeId });
    expect(await eventsOf(tenantId, "rule.ran")).toMatchObject([{ payload: { name: "Invoices", runId: run?.id } }]);
    expect(await readRule(admin, { ruleId: rule.id })).toMatchObject({ runsToday: 1, stoppedAt: null });
  });

  test("is named by all that it did in the timeline, which opens its run to whoever sees the conversation", async () => {
    const { admin, agent, conversationId, receives, runsOf, departments } = await ruleScene();
    const url = "https://example.com/hook?token=secret";
    const rule = await makeRule(admin, {
      name: "Refunds",
      does: [
        { kind: "assign", assigneeId: null, departmentId: departments[0].id },
        { kind: "prioritise", priority: "high" },
        { kind: "webhook", url, facts: [] },
      ],
    });
    await prioritiseConversation(agent, { conversationId, priority: "low" });
    await receives();
    const { items } = await listTimeline(agent, { conversationId, ...page });
    const [run] = await runsOf(rule.id);
    const byRule = { id: run?.id, conversationId, rule: { id: rule.id, name: "Refunds" } };
    expect(items.map(({ type, ruleRun }) => [type, ruleRun])).toEqual([
      ["conversation.transferred", byRule],
      ["conversation.prioritised", byRule],
      ["rule.ran", byRule],
      ["conversation.prioritised", null],
    ]);
    const runId = run?.id ?? "";
    const seen = await readConversationRuleRun(agent, { conversationId, runId });
    expect(seen).toMatchObject({ outcome: "done", chain: [{ runId }], webhooks: [{ url: "https://example.com" }] });
    expect(JSON.stringify(seen)).not.toContain("secret");
    expect(await readConversationRuleRun(admin, { conversationId, runId })).toMatchObject({ webhooks: [{ url }] });
    await deleteRule(admin, { ruleId: rule.id });
    const left = (await listTimeline(agent, { conversationId, ...page })).items;
    expect(left.every(({ ruleRun }) => ruleRun === null)).toBe(true);
  });

  test("tells nothing of its run in a conversation that the asker may not see", async () => {
    const { admin, agent, conversationId, departments, receives, runsOf } = await ruleScene();
    const rule = await makeRule(admin, { does: [{ kind: "prioritise", priority: "high" }] });
    await receives();
    const [run] = await runsOf(rule.id);
    const asked = { conversationId, runId: run?.id ?? "" };
    await ownerQuery("update conversations set department_id = $2 where id = $1", [conversationId, departments[1].id]);
    await expect(readConversationRuleRun(agent, asked)).rejects.toMatchObject({ kind: "not_found" });
    const elsewhere = { ...asked, conversationId: newId() };
    await expect(readConversationRuleRun(admin, elsewhere)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("knows whether the business is open, and asks for skills beside those that were asked for", async () => {
    const { tenantId, owner, admin, conversationId, channel, receives, runsOf } = await ruleScene();
    const [orders, refunds] = [
      await createSkill(owner, { name: "Orders" }),
      await createSkill(owner, { name: "Refunds" }),
    ];
    await setConversationSkills(owner, { conversationId, skillIds: [orders.id] });
    const isClosed: Condition = { fact: "isOpen", operator: "is", value: false };
    const does: RuleAction[] = [{ kind: "skills", skillIds: [refunds.id] }];
    const rule = await makeRule(admin, { when: [isClosed], does });
    await receives();
    expect((await runsOf(rule.id))[0]).toMatchObject({ outcome: "unmatched" });
    const weekly = Array.from({ length: 7 }, () => []);
    const hours = await createHours(owner, { name: "Never", timeZone: "UTC", weekly, exceptions: [] });
    await setChannelHours(owner, { channelId: channel.id, hoursId: hours.id });
    await withTenant({ tenantId }, (tx) => recordEvent(tx, owner, { type: "message.received", conversationId }));
    await settleRules({ tenantId });
    const skills = await readConversationSkills(owner, { conversationId });
    expect(skills.skillIds.toSorted()).toEqual([orders.id, refunds.id].toSorted());
  });

  test("whose conditions do not hold does nothing, and keeps which did not", async () => {
    const { admin, receives, runsOf, now } = await ruleScene({ text: "Good morning" });
    const rule = await makeRule(admin, { when: [saysInvoice], does: [{ kind: "prioritise", priority: "high" }] });
    await receives();
    expect(await now()).toMatchObject({ priority: "normal" });
    const [run] = await runsOf(rule.id);
    expect(run).toMatchObject({ outcome: "unmatched", trace: { held: false, actions: [] } });
    expect(run?.trace.groups[0]?.conditions).toMatchObject([{ seen: "Good morning", held: false }]);
  });

  test("that is off, or waits for another event, does not run", async () => {
    const { admin, receives, runsOf } = await ruleScene();
    const does: RuleAction[] = [{ kind: "prioritise", priority: "high" }];
    const off = await makeRule(admin, { name: "Off", does, isActive: false });
    const other = await makeRule(admin, { name: "Other", event: "conversation.resolved", does });
    await receives();
    expect([...(await runsOf(off.id)), ...(await runsOf(other.id))]).toEqual([]);
  });

  test("sees what those before it in the order have done", async () => {
    const { admin, receives, now } = await ruleScene();
    await makeRule(admin, { name: "First", does: [{ kind: "prioritise", priority: "urgent" }] });
    const isUrgent: Condition = { fact: "priority", operator: "isAnyOf", value: ["urgent"] };
    const does: RuleAction[] = [{ kind: "snooze", until: { kind: "hours", hours: 1 } }];
    await makeRule(admin, { name: "Second", when: [isUrgent], does });
    await receives();
    expect(await now()).toMatchObject({ state: "snoozed" });
  });

  test("runs once for an event, however often it comes and however many come to it at once", async () => {
    const { admin, conversation, conversationId, runsOf, ...tenant } = await ruleScene();
    const rule = await makeRule(admin, {
      does: [
        { kind: "note", text: "Once" },
        { kind: "reply", text: "Once" },
      ],
    });
    await announceMessage(tenant, conversation);
    await untilSettled();
    const events = await withTenant(tenant, (tx) =>
      readEventsAfter(tx, { xid: "0", seq: "0" }, 100, { types: ruleEvents }),
    );
    await Promise.all([runRules(events), runRules(events)]);
    await runRules(events);
    expect(await runsOf(rule.id)).toHaveLength(1);
    expect((await listNotes(admin, { conversationId, ...page })).items).toHaveLength(1);
    expect((await listMessages(admin, { conversationId, ...page })).items).toHaveLength(2);
    expect(await eventsOf(tenant.tenantId, "rule.ran")).toHaveLength(1);
  });

  test("whose process died in the middle does the rest when the event comes again, and nothing twice", async () => {
    const { admin, conversationId, runsOf, receives, now, ...tenant } = await ruleScene();
    await goes(tenant.agent, "online");
    const rule = await makeRule(admin, {
      does: [
        { kind: "note", text: "Once" },
        { kind: "assign", assigneeId: tenant.agent.id },
        { kind: "resolve", reason: "Answered" },
      ],
    });
    await receives();
    await ownerQuery("update conversations set state = 'open', resolved_at = null where id = $1", [conversationId]);
    await ownerQuery(
      `update rule_runs set trace = jsonb_set(jsonb_set(jsonb_set(trace, '{actions,0,outcome}', '"pending"'),
         '{actions,1,outcome}', '"pending"'), '{actions,2,outcome}', '"pending"')
       where rule_id = $1`,
      [rule.id],
    );
    await settleRules(tenant);
    expect(await now()).toMatchObject({ state: "resolved", assignee: { id: tenant.agent.id } });
    expect((await listNotes(admin, { conversationId, ...page })).items).toHaveLength(1);
    expect(await runsOf(rule.id)).toMatchObject([
      { outcome: "done", trace: { actions: [{ outcome: "done" }, { outcome: "done" }, { outcome: "done" }] } },
    ]);
  });

  test("of another workspace never runs", async () => {
    const [mine, theirs] = [await ruleScene(), await ruleScene()];
    const rule = await makeRule(theirs.admin, { does: [{ kind: "prioritise", priority: "high" }] });
    await mine.receives();
    expect(await theirs.runsOf(rule.id)).toEqual([]);
    expect(await mine.now()).toMatchObject({ priority: "normal" });
  });

  test("follows the log by itself", async () => {
    const { admin, conversation, now, ...tenant } = await ruleScene();
    await makeRule(admin, { does: [{ kind: "prioritise", priority: "high" }] });
    const reader = startRules();
    try {
      await eventually(async () => {
        await announceMessage(tenant, conversation);
        expect(await now()).toMatchObject({ priority: "high" });
      });
    } finally {
      await reader.stop();
    }
  });
});

describe("what is refused", () => {
  test("by the policy gate stands in the trace with code and next step, and what ends the conversation is left", async () => {
    const { admin, receives, runsOf, now } = await ruleScene({ windowOpenedAt: null });
    const rule = await makeRule(admin, {
      does: [{ kind: "reply", text: "Hello" }, { kind: "resolve" }, { kind: "prioritise", priority: "low" }],
    });
    await receives();
    expect(await now()).toMatchObject({ state: "queued", priority: "low" });
    const [run] = await runsOf(rule.id);
    expect(run).toMatchObject({ outcome: "refused" });
    expect(run?.trace.actions).toMatchObject([
      { action: { kind: "prioritise" }, outcome: "done", refusal: null },
      {
        action: { kind: "reply" },
        outcome: "refused",
        refusal: { code: "window_closed", title: expect.any(String), nextStep: expect.any(String) },
      },
      { action: { kind: "resolve" }, outcome: "skipped" },
    ]);
  });

  test("for a label or a template that is not there says so, and keeps the rest from nothing", async () => {
    const { admin, receives, runsOf, now } = await ruleScene();
    const label = "0193f1f0-0000-7000-8000-000000000001";
    const rule = await makeRule(admin, {
      does: [
        { kind: "label", add: [label], remove: [] },
        { kind: "template", name: "gone", language: "en", values: {} },
        { kind: "prioritise", priority: "high" },
      ],
    });
    await receives();
    expect(await now()).toMatchObject({ priority: "high" });
    const codes = (await runsOf(rule.id))[0]?.trace.actions.map(({ refusal }) => refusal?.code);
    expect(codes).toEqual(["label_not_found", undefined, expect.stringMatching(/template/)]);
  });

  test("a conversation that somebody took meanwhile is not taken from them", async () => {
    const { admin, agent, agent2, conversation, conversationId, runsOf, now, ...tenant } = await ruleScene();
    const rule = await makeRule(admin, { does: [{ kind: "assign", assigneeId: agent.id }] });
    await announceMessage(tenant, conversation);
    await settleRules(tenant);
    // As if the process had died before the rule gave it away, and a colleague had taken it then.
    await ownerQuery("delete from events where tenant_id = $1 and type = 'conversation.assigned'", [tenant.tenantId]);
    await ownerQuery("update conversations set state = 'open', assignee_id = $2 where id = $1", [
      ...[conversationId, agent2.id],
    ]);
    await ownerQuery(
      `update rule_runs set trace = jsonb_set(trace, '{actions,0,outcome}', '"pending"') where rule_id = $1`,
      [rule.id],
    );
    await settleRules(tenant);
    expect(await now()).toMatchObject({ assignee: { id: agent2.id } });
    expect((await runsOf(rule.id))[0]?.trace.actions).toMatchObject([
      { outcome: "refused", refusal: { code: "conversation_taken" } },
    ]);
  });
});

test("what the software knows of other events can be asked: spam and resolved conversations too", async () => {
  const { tenantId, admin, agent, conversationId, runsOf } = await ruleScene();
  const rule = await makeRule(admin, { event: "conversation.resolved", does: [{ kind: "note", text: "Over" }] });
  await resolveConversation(agent, { conversationId });
  await markSpam(agent, { conversationId, isSpam: true });
  await settleRules({ tenantId });
  expect(await runsOf(rule.id)).toMatchObject([
    { outcome: "done", trace: { event: { type: "conversation.resolved" } } },
  ]);
});
