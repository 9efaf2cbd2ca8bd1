import { expect, test } from "vitest";
import { recordConsent, withdrawConsent } from "@/lib/consent";
import {
  assignConversation,
  labelConversation,
  listTimeline,
  prioritiseConversation,
  resolveConversation,
  snoozeConversation,
} from "@/lib/conversations";
import { createLabel } from "@/lib/labels";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";

const page = { limit: 50 };

test("the timeline says who did what, to whom, where and why, the newest first", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  const label = await createLabel(tenant.manager, { name: "Order", colour: "teal" });
  const [, support] = tenant.departments;
  await assignConversation(tenant.manager, { conversationId, assigneeId: tenant.agent.id, departmentId: support.id });
  await labelConversation(tenant.agent, { conversationId, add: [label.id], remove: [] });
  await prioritiseConversation(tenant.agent, { conversationId, priority: "urgent" });
  await snoozeConversation(tenant.agent, { conversationId, until: { kind: "reply" } });
  await resolveConversation(tenant.agent, { conversationId, reason: "Answered" });
  const { items } = await listTimeline(tenant.manager, { conversationId, ...page });
  const manager = { kind: "member", id: tenant.manager.id, name: "manager" };
  const agent = { kind: "member", id: tenant.agent.id, name: "agent" };
  expect(items).toMatchObject([
    { type: "conversation.resolved", actor: agent, details: { reason: "Answered" } },
    { type: "conversation.snoozed", actor: agent, details: { kind: "reply", until: null } },
    { type: "conversation.prioritised", actor: agent, details: { priority: "urgent", previousPriority: "normal" } },
    { type: "conversation.labelled", actor: agent, details: { added: ["Order"], removed: [] } },
    { type: "conversation.assigned", actor: manager, member: { id: tenant.agent.id, name: "agent" } },
    { type: "conversation.transferred", actor: manager, department: { id: support.id, name: "Support" } },
  ]);
});

test("pages follow one another without a gap or a repeat", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  for (const priority of ["urgent", "low", "high", "normal", "low"] as const) {
    await prioritiseConversation(tenant.agent, { conversationId, priority });
  }
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listTimeline(tenant.agent, { conversationId, limit: 2, cursor });
    seen.push(...items.map(({ details }) => details.priority));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(["low", "normal", "high", "low", "urgent"]);
});

test("consents that changed while the conversation went on are in it, those of before are not", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId, contactId } = await makeConversation(tenant);
  const how = { contactId, purpose: "marketing", source: "email", evidence: "Mail" } as const;
  await recordConsent(tenant.agent, how);
  await ownerQuery("update events set at = at - interval '2 days' where contact_id = $1 and type = 'consent.changed'", [
    contactId,
  ]);
  await withdrawConsent(tenant.agent, how);
  const { items } = await listTimeline(tenant.agent, { conversationId, ...page });
  expect(items).toMatchObject([{ type: "consent.changed", details: { purpose: "marketing", state: "withdrawn" } }]);
});

test("the timeline of a thread with thousands of messages is found by its own index", async () => {
  const tenant = await makeTenant({ channel: true });
  const { id: conversationId } = await makeConversation(tenant);
  await ownerQuery(
    `insert into events (tenant_id, type, actor, conversation_id, payload)
     select $1, 'message.read', 'system:ingest', $2, '{}' from generate_series(1, 5000)`,
    [tenant.tenantId, conversationId],
  );
  await prioritiseConversation(tenant.agent, { conversationId, priority: "high" });
  await ownerQuery("analyze events");
  const [plan] = await ownerQuery<Record<string, unknown>>(
    `explain (format json) select * from events e where e.tenant_id = '${tenant.tenantId}'
     and e.conversation_id = '${conversationId}' and e.type in ('conversation.prioritised', 'conversation.assigned')
     order by e.at desc, e.seq desc limit 50`,
  );
  expect(JSON.stringify(plan)).toContain("events_timeline");
  expect((await listTimeline(tenant.agent, { conversationId, ...page })).items).toHaveLength(1);
});
