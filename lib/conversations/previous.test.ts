import { expect, test } from "vitest";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant, type TestTenant } from "@/test/factories";
import { readPreviousConversation, resolveConversation } from "./index";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Conversations of one contact, the latest first. */
async function makeHistory(tenant: Parameters<typeof makeConversation>[0], days: number[]) {
  const made = [];
  for (const day of days)
    made.push(await makeConversation(tenant, { lastActivityAt: daysAgo(day), state: "resolved" }));
  const [latest] = made;
  await ownerQuery("update conversations set contact_id = $2 where id = any($1)", [
    made.map(({ id }) => id),
    latest?.contactId,
  ]);
  return made.map(({ id }) => id) as [string, string, string];
}

const before = async (actor: TestTenant["agent"], conversationId: string) =>
  (await readPreviousConversation(actor, { conversationId })).previous;

test("the conversations of a contact lead back from one to the one before, and end", async () => {
  const tenant = await makeTenant({ channel: true });
  const [third, second, first] = await makeHistory(tenant, [1, 20, 300]);
  await makeConversation(tenant, { lastActivityAt: daysAgo(5) });
  expect(await before(tenant.agent, third)).toMatchObject({ id: second });
  expect(await before(tenant.agent, second)).toMatchObject({ id: first });
  expect(await before(tenant.agent, first)).toBeNull();
});

test("an earlier conversation says who resolved it, when and why", async () => {
  const tenant = await makeTenant({ channel: true });
  const [present, past] = await makeHistory(tenant, [1, 20]);
  await ownerQuery("update conversations set state = 'queued', resolved_at = null where id = $1", [past]);
  await resolveConversation(tenant.agent, { conversationId: past, reason: "Answered", note: "Refund by Friday" });
  expect(await before(tenant.agent, present)).toMatchObject({
    id: past,
    closing: { reason: "Answered", note: "Refund by Friday" },
    resolvedAt: expect.any(String),
    resolvedBy: { kind: "member", id: tenant.agent.id, name: "agent" },
  });
});

test("one that a member may not see is passed over for the one before it", async () => {
  const tenant = await makeTenant({ channel: true });
  const [support, billing] = tenant.departments;
  const [present, hidden, open] = await makeHistory(tenant, [1, 20, 300]);
  await ownerQuery("update conversations set department_id = $2 where id = any($1)", [[present, open], support.id]);
  await ownerQuery("update conversations set department_id = $2 where id = $1", [hidden, billing.id]);
  const guest = await makeMember(tenant, { role: "agent", departmentIds: [support.id] });
  expect(await before(guest, present)).toMatchObject({ id: open });
  await expect(before(guest, hidden)).rejects.toMatchObject({ code: "conversation_not_found" });
});
