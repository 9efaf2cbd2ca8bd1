import { expect, test } from "vitest";
import { availability, messages, reminders, surveys } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { happened, makeQueued, promise } from "@/test/wallboard";
import { readDay } from "./index";

const now = new Date("2026-03-02T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const asked = { timeZone: "UTC" };

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const mine = { assigneeId: tenant.agent.id, departmentId: tenant.departments[0].id };
  return { ...tenant, mine };
}

test("my queue holds who waits for me: what was promised first, then who has waited longest", async () => {
  const tenant = await scene();
  const waits = async (minutes: number) => makeQueued(tenant, { ...tenant.mine, lastActivityAt: before(minutes) });
  const [short, long, promised] = [await waits(5), await waits(50), await waits(1)];
  await promise(tenant, promised.id, { dueAt: before(-20) });
  await makeQueued(tenant, tenant.mine, { waitingSince: null });
  await makeQueued(tenant, { ...tenant.mine, assigneeId: tenant.agent2.id });
  const { queue } = await readDay(tenant.agent, asked, now);
  expect(queue.map(({ conversation }) => conversation.id)).toEqual([promised.id, long.id, short.id]);
  expect(queue[0]?.dueAt).toBe(before(-20).toISOString());
});

test("promises are my reminders, what wakes and what is sent today, not a colleague's, not tomorrow's", async () => {
  const tenant = await scene();
  const { tenantId, agent, agent2 } = tenant;
  const { id: conversationId } = await makeQueued(tenant, tenant.mine);
  const asleep = await makeQueued(tenant, { ...tenant.mine, state: "snoozed" }, { snoozedUntil: before(-60) });
  await makeQueued(tenant, { ...tenant.mine, state: "snoozed" }, { snoozedUntil: before(-24 * 60) });
  const reminder = { tenantId, conversationId, memberId: agent.id };
  await withTenant(tenant, (tx) =>
    tx.insert(reminders).values([
      { ...reminder, body: "Call back", dueAt: before(-30) },
      { ...reminder, body: "Tomorrow", dueAt: before(-24 * 60) },
      { ...reminder, memberId: agent2.id, body: "Not mine", dueAt: before(-30) },
    ]),
  );
  const day = await readDay(agent, asked, now);
  expect(day.reminders).toMatchObject([{ conversationId, contactName: "Casey", body: "Call back" }]);
  expect(day.snoozed).toMatchObject([{ conversationId: asleep.id, until: before(-60).toISOString() }]);
});

test("what customers said of my conversations comes with their words, the latest first", async () => {
  const tenant = await scene();
  const { tenantId, agent, agent2 } = tenant;
  const surveyOf = async () => {
    const { id: conversationId, contactId } = await makeQueued(tenant, tenant.mine);
    return { tenantId, conversationId, contactId, memberId: agent.id, dueAt: before(90), askedAt: before(90) };
  };
  const [slow, good, colleagues, unanswered] = [await surveyOf(), await surveyOf(), await surveyOf(), await surveyOf()];
  await withTenant(tenant, (tx) =>
    tx
      .insert(surveys)
      .values([
        { ...slow, score: 2, comment: "Slow", answeredAt: before(80) },
        { ...good, score: 5, comment: null, answeredAt: before(10) },
        { ...colleagues, memberId: agent2.id, score: 1, answeredAt: before(10) },
        unanswered,
      ]),
  );
  const { comments } = await readDay(agent, asked, now);
  expect(comments).toMatchObject([
    { score: 5, comment: null },
    { score: 2, comment: "Slow" },
  ]);
});

test("my states of today begin at midnight, and the last one lasts", async () => {
  const tenant = await scene();
  const { tenantId, agent } = tenant;
  const state = { tenantId, memberId: agent.id };
  await withTenant(tenant, (tx) =>
    tx.insert(availability).values([
      { ...state, state: "offline", since: before(20 * 60), until: before(4 * 60) },
      { ...state, state: "online", since: before(4 * 60), until: before(30) },
      { ...state, state: "break", reason: "lunch", since: before(30) },
    ]),
  );
  const day = await readDay(agent, asked, now);
  expect(day.availability).toEqual([
    { state: "offline", reason: null, since: "2026-03-02T00:00:00.000Z", until: before(4 * 60).toISOString() },
    { state: "online", reason: null, since: before(4 * 60).toISOString(), until: before(30).toISOString() },
    { state: "break", reason: "lunch", since: before(30).toISOString(), until: null },
  ]);
});

test("today's counts are of what I wrote, was given and ended", async () => {
  const tenant = await scene();
  const { agent } = tenant;
  const { id: conversationId, contactId } = await makeQueued(tenant, { ...tenant.mine, lastActivityAt: before(10) });
  const message = {
    ...{ tenantId: tenant.tenantId, conversationId, contactId, channelId: tenant.channel.id, type: "text" },
    ...{ direction: "out" as const, author: "member" as const, authorId: agent.id, status: "sent" as const },
    ...{ content: { type: "text" as const, text: { body: "Hello" } }, preview: "Hello" },
  };
  await withTenant(tenant, (tx) =>
    tx.insert(messages).values([
      { ...message, id: newId(), at: before(20) },
      { ...message, id: newId(), at: before(10) },
    ]),
  );
  await happened(tenant, [
    { type: "conversation.assigned", conversationId, memberId: agent.id, at: before(60) },
    { type: "conversation.resolved", conversationId, at: before(50), by: agent.id },
    { type: "conversation.resolved", conversationId, at: before(40), by: agent.id },
    { type: "conversation.resolved", conversationId: newId(), at: before(24 * 60), by: agent.id },
  ]);
  const { answeredToday, assignedToday, resolvedToday } = await readDay(agent, asked, now);
  expect({ answeredToday, assignedToday, resolvedToday }).toEqual({
    answeredToday: 1,
    assignedToday: 1,
    resolvedToday: 1,
  });
});

test("an API key has no day", async () => {
  const { agent } = await makeTenant();
  await expect(readDay({ ...agent, kind: "api_key" }, asked, now)).rejects.toMatchObject({ code: "not_a_member" });
});
