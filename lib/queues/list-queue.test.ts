import { expect, test } from "vitest";
import { skills } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { makeTenant } from "@/test/factories";
import { makeQueued, promise } from "@/test/wallboard";
import { listQueue } from "./index";
import { ListQueue } from "./schemas";

const now = new Date("2026-03-02T12:00:00Z");
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const ask = (input: Partial<Parameters<typeof listQueue>[1]>) => ({ ...ListQueue.input.parse({}), ...input });

test("the line goes by priority, then who was given back, then who has waited longest", async () => {
  const tenant = await makeTenant({ channel: true });
  const since = (minutes: number) => ({ queuedSince: before(minutes) });
  const normal = await makeQueued(tenant, {}, since(5));
  const longer = await makeQueued(tenant, {}, since(9));
  const returned = await makeQueued(tenant, {}, { ...since(1), returnedAt: before(1) });
  const urgent = await makeQueued(tenant, {}, { ...since(0), priority: "urgent" });
  const low = await makeQueued(tenant, {}, { ...since(14), priority: "low" });
  const { items, total } = await listQueue(tenant.manager, ask({}), now);
  const expected = [urgent, returned, longer, normal, low];
  expect(items.map(({ conversation }) => conversation.id)).toEqual(expected.map(({ id }) => id));
  expect(total).toBe(5);
});

test("who has waited for a quarter of an hour counts as one priority higher: nobody starves", async () => {
  const tenant = await makeTenant({ channel: true });
  const high = await makeQueued(tenant, {}, { queuedSince: before(14), priority: "high" });
  const aged = await makeQueued(tenant, {}, { queuedSince: before(15), priority: "normal" });
  const ancient = await makeQueued(tenant, {}, { queuedSince: before(600), priority: "low" });
  const urgent = await makeQueued(tenant, {}, { queuedSince: before(1), priority: "urgent" });
  const { items } = await listQueue(tenant.manager, ask({}), now);
  expect(items.map(({ conversation }) => conversation.id)).toEqual([ancient.id, urgent.id, aged.id, high.id]);
  expect(items.map(({ raisedBy }) => raisedBy)).toEqual([40, 0, 1, 0]);
});

test("a row says which skills it needs", async () => {
  const tenant = await makeTenant({ channel: true });
  const [orders, returns] = [newId(), newId()];
  await withTenant(tenant, (tx) =>
    tx.insert(skills).values([
      { tenantId: tenant.tenantId, id: orders, name: "orders" },
      { tenantId: tenant.tenantId, id: returns, name: "returns" },
    ]),
  );
  await makeQueued(tenant, {}, { skillIds: [returns] });
  const { items } = await listQueue(tenant.manager, ask({}), now);
  expect(items[0]?.skills).toEqual(["returns"]);
});

test("figures of promises open the conversations that they count", async () => {
  const tenant = await makeTenant({ channel: true });
  const risky = await makeQueued(tenant);
  const missed = await makeQueued(tenant);
  await promise(tenant, risky.id, { warnAt: before(1), dueAt: before(-3) });
  await promise(tenant, missed.id, { dueAt: before(1), missedAt: before(1) });
  const idsOf = async (list: "atRisk" | "missed") =>
    (await listQueue(tenant.manager, ask({ list }), now)).items.map(({ conversation }) => conversation.id);
  expect(await idsOf("atRisk")).toEqual([risky.id]);
  expect(await idsOf("missed")).toEqual([missed.id]);
});

test("a row says when its promise ends, and Meta's window only once it is about to close", async () => {
  const tenant = await makeTenant({ channel: true });
  const [calm, closing] = [await makeQueued(tenant), await makeQueued(tenant)];
  await promise(tenant, calm.id, { kind: "window", dueAt: before(-900) });
  await promise(tenant, closing.id, { kind: "window", dueAt: before(-50), warnedAt: before(10) });
  const { items } = await listQueue(tenant.manager, ask({}), now);
  const due = new Map(items.map(({ conversation, dueAt }) => [conversation.id, dueAt]));
  expect(due).toEqual(
    new Map([
      [calm.id, null],
      [closing.id, before(-50).toISOString()],
    ]),
  );
});

test("what a colleague has is for those who may watch, one's own for oneself", async () => {
  const tenant = await makeTenant({ channel: true });
  const mine = { assigneeId: tenant.agent.id, departmentId: tenant.departments[0].id };
  const { id } = await makeQueued(tenant, mine);
  const input = ask({ list: "agent", memberId: tenant.agent.id });
  expect((await listQueue(tenant.manager, input, now)).items[0]?.conversation.id).toBe(id);
  expect((await listQueue(tenant.agent, input, now)).total).toBe(1);
  await expect(listQueue(tenant.agent2, input, now)).rejects.toMatchObject({ kind: "forbidden" });
});
