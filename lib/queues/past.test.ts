import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeTenant, type TestPerson } from "@/test/factories";
import { happened, makeQueued } from "@/test/wallboard";
import { listQueue, readWallboard } from "./index";
import { ListQueue } from "./schemas";

const now = new Date("2026-03-02T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

type Tenant = Awaited<ReturnType<typeof scene>>;

async function scene() {
  const tenant = await makeTenant({ channel: true });
  return { ...tenant, sales: tenant.departments[0], support: tenant.departments[1] };
}

/** Somebody who waited in a department and was taken. */
async function taken(tenant: Tenant, by: TestPerson, departmentId: string, waited: number, minutesAgo: number) {
  const { id } = await makeQueued(tenant, { departmentId, assigneeId: by.id });
  const refs = { conversationId: id, departmentId };
  await happened(tenant, [
    { type: "conversation.queued", ...refs, at: before(minutesAgo + waited) },
    { type: "conversation.dequeued", ...refs, at: before(minutesAgo) },
  ]);
  return id;
}

async function rows(person: TestPerson, input: Partial<Parameters<typeof listQueue>[1]>) {
  const { items, total } = await listQueue(person, { ...ListQueue.input.parse({}), ...input }, now);
  return { total, shown: items.map(({ conversation, waitedSeconds }) => [conversation.id, waitedSeconds]) };
}

test("the waits behind what is to be expected are the hour's of the department, the longest first", async () => {
  const tenant = await scene();
  const { sales, support, agent, manager } = tenant;
  const [short, long] = [await taken(tenant, agent, sales.id, 2, 30), await taken(tenant, agent, sales.id, 9, 5)];
  await taken(tenant, agent, sales.id, 4, 61);
  const other = await taken(tenant, agent, support.id, 4, 10);
  expect(await rows(manager, { list: "waits", departmentId: sales.id })).toEqual({
    total: 2,
    shown: [
      [long, 540],
      [short, 120],
    ],
  });
  expect((await rows(manager, { list: "waits" })).shown).toContainEqual([other, 240]);
  const { items } = await listQueue(manager, ListQueue.input.parse({ list: "waits" }), now);
  expect(items[0]).toMatchObject({ endedAt: before(5).toISOString(), queuedSince: null });
});

test("of a figure that counts a department the asker gets the rows that they see, and hears of the others", async () => {
  const tenant = await scene();
  const { sales, support, agent } = tenant;
  const colleague = { ...tenant.agent2 };
  const mine = await taken(tenant, agent, sales.id, 2, 30);
  await taken(tenant, colleague, sales.id, 5, 30);
  await taken(tenant, colleague, support.id, 5, 30);
  const asker = { ...agent, visibility: "own" as const };
  expect(await rows(asker, { list: "waits" })).toEqual({ total: 2, shown: [[mine, 120]] });
  expect(await rows(asker, { list: "waits", departmentId: support.id })).toEqual({ total: 0, shown: [] });
});

test("the first replies are those of the figure, with how long each took", async () => {
  const tenant = await scene();
  const { sales, manager } = tenant;
  const opened = before(60);
  const { id, contactId } = await makeQueued(tenant, { lastActivityAt: opened, departmentId: sales.id });
  await makeQueued(tenant, { lastActivityAt: opened, departmentId: sales.id });
  await withTenant(tenant, (tx) =>
    tx.insert(messages).values({
      ...{ tenantId: tenant.tenantId, id: newId(), conversationId: id, contactId, channelId: tenant.channel.id },
      ...{ direction: "out", author: "member", type: "text", status: "sent", preview: "Hello" },
      ...{ content: { type: "text", text: { body: "Hello" } }, at: new Date(opened.getTime() + 90_000) },
    }),
  );
  const { totals } = await readWallboard(manager, { timeZone: "UTC" }, now);
  const listed = await rows(manager, { list: "firstReplies" });
  expect(listed).toEqual({ total: totals.firstReplies.count, shown: [[id, 90]] });
  expect((await rows(manager, { list: "firstReplies", departmentId: "none" })).total).toBe(0);
});

test("what somebody resolved today is theirs to see, and for those who watch", async () => {
  const tenant = await scene();
  const { sales, agent, agent2, manager } = tenant;
  const { id } = await makeQueued(tenant, { departmentId: sales.id, assigneeId: agent.id, state: "resolved" });
  const resolved = { type: "conversation.resolved" as const, conversationId: id, departmentId: sales.id, by: agent.id };
  await happened(tenant, [
    { ...resolved, at: before(30) },
    { ...resolved, at: before(20) },
    { ...resolved, conversationId: newId(), at: before(24 * 60) },
  ]);
  const asked = { list: "resolved" as const, memberId: agent.id };
  expect(await rows(manager, asked)).toEqual({ total: 1, shown: [[id, null]] });
  expect((await rows(agent, asked)).total).toBe(1);
  await expect(rows(agent2, asked)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(async () => ListQueue.input.parse({ list: "resolved" })).rejects.toThrow("should be given");
});
