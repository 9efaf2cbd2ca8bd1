import { expect, test } from "vitest";
import { availability, contactBlocks, messages, offers, queues, routingDecisions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { happened, makeQueued, promise } from "@/test/wallboard";
import { listQueue, readWallboard } from "./index";
import { ListQueue } from "./schemas";

/** A Monday; what factories write stands at the real time and is out of the way. */
const now = new Date("2026-03-02T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const WEEK = 7 * 24 * 60;
const asked = { timeZone: "UTC" };

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  return { ...tenant, sales, support };
}

test("each department counts who waits and what is open, and names who has waited longest", async () => {
  const tenant = await scene();
  const { sales, support, manager, agent } = tenant;
  await makeQueued(tenant, { departmentId: sales.id }, { queuedSince: before(4) });
  await makeQueued(tenant, { departmentId: sales.id }, { queuedSince: before(14) });
  await makeQueued(tenant, { departmentId: support.id }, { queuedSince: before(9) });
  await makeQueued(tenant, { departmentId: sales.id, assigneeId: agent.id });
  await withTenant(tenant, (tx) =>
    tx.insert(queues).values({ tenantId: tenant.tenantId, departmentId: sales.id, mode: "push" }),
  );
  const board = await readWallboard(manager, asked, now);
  expect(board.queues).toMatchObject([
    { name: "Sales", waiting: 2, oldestSince: before(14).toISOString(), open: 1, mode: "push" },
    { name: "Support", waiting: 1, oldestSince: before(9).toISOString(), open: 0, mode: "manual" },
  ]);
  expect(board.totals).toMatchObject({
    waiting: 3,
    oldest: { since: before(14).toISOString(), departmentId: sales.id },
  });
});

test("a thread of another responder and one whom we block wait for nobody, and are in no figure of the queue", async () => {
  const tenant = await scene();
  const { sales, manager } = tenant;
  const own = await makeQueued(tenant, { departmentId: sales.id }, { queuedSince: before(4) });
  const theirs = { owner: "other" as const, queuedSince: before(90) };
  await makeQueued(tenant, { departmentId: sales.id }, theirs);
  const { contactId } = await makeQueued(tenant, { departmentId: sales.id }, { queuedSince: before(80) });
  const block = { tenantId: tenant.tenantId, contactId, channelId: tenant.channel.id, actor: "x", at: now };
  await withTenant(tenant, (tx) => tx.insert(contactBlocks).values(block));
  const board = await readWallboard(manager, asked, now);
  expect(board.queues[0]).toMatchObject({ waiting: 1, oldestSince: before(4).toISOString() });
  expect(board.depth.at(-1)?.waiting).toBe(1);
  const { items } = await listQueue(manager, ListQueue.input.parse({}), now);
  expect(items.map(({ conversation }) => conversation.id)).toEqual([own.id]);
});

test("one department's board counts its own alone, and still lists the others", async () => {
  const tenant = await scene();
  const { sales, support, manager } = tenant;
  await makeQueued(tenant, { departmentId: sales.id });
  await makeQueued(tenant, { departmentId: support.id });
  await makeQueued(tenant, { departmentId: null });
  const board = await readWallboard(manager, { ...asked, departmentId: sales.id }, now);
  expect(board.totals.waiting).toBe(1);
  expect(board.queues.map(({ name }) => name)).toEqual(["Sales", "Support", null]);
});

test("the expected wait is the middle half of the last hour's waits, and unsaid below five", async () => {
  const tenant = await scene();
  const { sales, support } = tenant;
  const taken = (departmentId: string, minutesAgo: number, waitedMinutes: number) => {
    const conversationId = newId();
    return [
      { type: "conversation.queued" as const, conversationId, departmentId, at: before(minutesAgo + waitedMinutes) },
      { type: "conversation.dequeued" as const, conversationId, departmentId, at: before(minutesAgo) },
    ];
  };
  await happened(tenant, [
    ...[5, 6, 7, 8, 9].flatMap((waited) => taken(sales.id, 30, waited)),
    ...taken(support.id, 10, 2),
    ...taken(sales.id, 90, 600),
  ]);
  const board = await readWallboard(tenant.manager, asked, now);
  expect(board.queues.map(({ expected }) => expected)).toEqual([{ fromSeconds: 360, toSeconds: 480 }, null]);
});

test("the change in a quarter of an hour and the last four hours come from the log", async () => {
  const tenant = await scene();
  const { sales } = tenant;
  const { id } = await makeQueued(tenant, { departmentId: sales.id });
  const [early, gone] = [newId(), newId()];
  const departmentId = sales.id;
  await happened(tenant, [
    { type: "conversation.queued", conversationId: early, departmentId, at: before(200) },
    { type: "conversation.dequeued", conversationId: early, departmentId, at: before(100) },
    { type: "conversation.queued", conversationId: gone, departmentId, at: before(50) },
    { type: "conversation.resolved", conversationId: gone, departmentId, at: before(12), payload: {} },
    { type: "conversation.queued", conversationId: id, departmentId, at: before(5) },
  ]);
  const { depth, totals } = await readWallboard(tenant.manager, asked, now);
  expect(totals).toMatchObject({ waiting: 1, waitingBefore: 1 });
  expect(depth).toHaveLength(25);
  expect(depth[0]?.at).toBe(before(240).toISOString());
  expect(depth.map(({ waiting }) => waiting).join("")).toBe("0000111111111100000111101".slice(0, 25));
});

test("the first reply is a person's, today and on the same weekday before", async () => {
  const tenant = await scene();
  const reply = async (opened: Date, seconds: number, author: "member" | "system" = "member") => {
    const made = await makeQueued(tenant, { lastActivityAt: opened, state: "resolved" });
    await withTenant(tenant, (tx) =>
      tx.insert(messages).values({
        ...{ tenantId: tenant.tenantId, id: newId(), conversationId: made.id, contactId: made.contactId },
        ...{ channelId: tenant.channel.id, direction: "out", author, type: "text", status: "sent" },
        ...{ content: { type: "text", text: { body: "Hello" } }, preview: "Hello" },
        at: new Date(opened.getTime() + seconds * 1000),
      }),
    );
  };
  await reply(before(60), 100);
  await reply(before(50), 200);
  await reply(before(40), 300);
  await reply(before(30), 5, "system");
  await reply(before(WEEK + 60), 400);
  await reply(before(WEEK - 60), 9_000);
  const { totals } = await readWallboard(tenant.manager, asked, now);
  expect(totals.firstReplies).toEqual({ medianSeconds: 200, count: 3 });
  expect(totals.firstRepliesLastWeek).toEqual({ medianSeconds: 400, count: 1 });
});

test("a promise is at risk from its warning until it is missed, and counts once it is kept or missed", async () => {
  const tenant = await scene();
  const { sales, manager } = tenant;
  const one = async () => (await makeQueued(tenant, { departmentId: sales.id })).id;
  const departmentId = sales.id;
  await promise(tenant, await one(), { departmentId, warnAt: before(1), dueAt: before(-10) });
  await promise(tenant, await one(), { departmentId, warnAt: before(-5), dueAt: before(-10) });
  await promise(tenant, await one(), { departmentId, missedAt: before(20), dueAt: before(20), warnedAt: before(30) });
  await promise(tenant, await one(), { departmentId, metAt: before(20), dueAt: before(10) });
  await promise(tenant, await one(), { departmentId, metAt: before(20), dueAt: before(10), kind: "window" });
  await promise(tenant, await one(), { departmentId, metAt: before(24 * 60), dueAt: before(10) });
  await promise(tenant, await one(), { departmentId, metAt: before(5), missedAt: before(24 * 60) });
  await promise(tenant, await one(), { departmentId, cancelledAt: before(5), missedAt: before(6) });
  const { queues: shown, totals } = await readWallboard(manager, asked, now);
  expect(totals).toMatchObject({ atRisk: 1, missedToday: 1 });
  expect(shown[0]?.promises).toEqual({ kept: 1, ended: 2 });
});

test("agents are shown with state, load by weight, and what they were given and ended today", async () => {
  const tenant = await scene();
  const { sales, agent, manager } = tenant;
  const mine = { assigneeId: agent.id, departmentId: sales.id };
  const { id } = await makeQueued(tenant, mine);
  await makeQueued(tenant, mine, { waitingSince: null });
  await makeQueued(tenant, { ...mine, state: "snoozed" });
  await withTenant(tenant, (tx) =>
    tx
      .insert(availability)
      .values({ tenantId: tenant.tenantId, memberId: agent.id, state: "break", reason: "lunch", since: before(12) }),
  );
  const departmentId = sales.id;
  const resolved = { type: "conversation.resolved" as const, conversationId: newId(), departmentId, by: agent.id };
  await happened(tenant, [
    { type: "conversation.assigned", conversationId: id, memberId: agent.id, departmentId, at: before(60) },
    { type: "conversation.assigned", conversationId: id, memberId: agent.id, departmentId, at: before(24 * 60) },
    { ...resolved, at: before(30) },
    { ...resolved, at: before(20) },
  ]);
  const { agents } = await readWallboard(manager, asked, now);
  expect(agents?.find((each) => each.id === agent.id)).toMatchObject({
    ...{ name: "agent", departmentIds: [sales.id] },
    ...{ availability: "break", reason: "lunch", since: before(12).toISOString() },
    load: { waitingOnUs: 1, waitingOnCustomer: 1, snoozed: 1 },
    ...{ loadPercent: 160, capacity: 6, assignedToday: 1, resolvedToday: 1 },
  });
  expect(agents?.map(({ name }) => name)).toEqual(["agent", "agent2"]);
});

test("load is what routing counts: with offers, without others' threads, and also of what the asker may not see", async () => {
  const tenant = await scene();
  const { sales, support, agent, manager, tenantId } = tenant;
  await makeQueued(tenant, { departmentId: support.id, assigneeId: agent.id });
  await makeQueued(tenant, { departmentId: sales.id, assigneeId: agent.id }, { owner: "other" });
  const { id: conversationId } = await makeQueued(tenant, { departmentId: sales.id });
  const decision = { tenantId, id: newId(), conversationId, at: now };
  const facts = { rule: "leastLoaded" as const, mode: "offer" as const, waitedSeconds: 0, place: 1, skillIds: [] };
  await withTenant(tenant, async (tx) => {
    await tx.insert(routingDecisions).values({ ...decision, facts: { ...facts, language: null, candidates: [] } });
    const offer = { tenantId, id: newId(), conversationId, memberId: agent.id, decisionId: decision.id };
    await tx.insert(offers).values({ ...offer, offeredAt: now, expiresAt: now });
  });
  const narrowed = { ...manager, visibility: "department" as const, departmentIds: [sales.id] };
  for (const asker of [manager, narrowed]) {
    const { agents } = await readWallboard(asker, asked, now);
    expect(agents?.find(({ id }) => id === agent.id)).toMatchObject({
      load: { waitingOnUs: 1, waitingOnCustomer: 0, snoozed: 0 },
      loadPercent: 200,
    });
  }
});
