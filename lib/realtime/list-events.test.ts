import { expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { type Actor, systemActor } from "@/lib/auth";
import { assignConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { ListEvents } from "@/lib/events/schemas";
import { makeConversation } from "@/test/conversations";
import { untilSettled } from "@/test/event-log";
import { makeTenant } from "@/test/factories";
import { listEvents } from "./index";

const present = async (actor: Actor) => (await listEvents(actor, { limit: 200 })).nextCursor;

const record = (tenantId: string, conversationId: string | null = null) => {
  const actor = systemActor(tenantId, "test");
  const type = conversationId ? "message.received" : "settings.changed";
  return withTenant(actor, (tx) => recordEvent(tx, actor, { type, conversationId }));
};

/** All that comes after a cursor, page by page. */
async function readAll(actor: Actor, after: string, limit = 2) {
  await untilSettled();
  const items = [];
  let cursor = after;
  for (;;) {
    const page = ListEvents.output.parse(await listEvents(actor, { after: cursor, limit }));
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!page.more) return { items, cursor };
  }
}

it("without a cursor it says where the log stands, and what comes after is found from there", async () => {
  const tenant = await makeTenant();
  await record(tenant.tenantId);
  await untilSettled();
  const after = await present(tenant.owner);
  expect((await readAll(tenant.owner, after)).items).toEqual([]);
  for (let count = 0; count < 5; count += 1) await record(tenant.tenantId);
  const { items, cursor } = await readAll(tenant.owner, after);
  expect(items).toHaveLength(5);
  expect((await readAll(tenant.owner, cursor)).items).toEqual([]);
});

it("the present does not pass over what a transaction under way has written", async () => {
  const { owner, tenantId } = await makeTenant();
  const actor = systemActor(tenantId, "test");
  const after = await withTenant(actor, async (tx) => {
    await recordEvent(tx, actor, { type: "settings.changed" });
    const cursor = await present(owner);
    await record(tenantId);
    expect((await listEvents(owner, { after: cursor, limit: 10 })).items).toEqual([]);
    return cursor;
  });
  expect((await readAll(owner, after)).items).toHaveLength(2);
});

it("another tenant's events are not there", async () => {
  const [tenant, other] = [await makeTenant(), await makeTenant()];
  const after = await present(tenant.owner);
  await record(other.tenantId);
  expect((await readAll(tenant.owner, after)).items).toEqual([]);
  expect((await readAll(other.owner, after)).items).toHaveLength(1);
});

it("what the asker may not see is passed over, and the cursor with it", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const inSales = await makeConversation(tenant, { departmentId: sales.id });
  const inSupport = await makeConversation(tenant, { departmentId: support.id });
  const after = await present(tenant.agent);
  for (const { id } of [inSupport, inSupport, inSales, inSupport]) await record(tenant.tenantId, id);
  const { items, cursor } = await readAll(tenant.agent, after, 1);
  expect(items.map((item) => item.conversationId)).toEqual([inSales.id]);
  expect(await readAll(tenant.agent, cursor)).toEqual({ items: [], cursor });
  expect((await readAll(tenant.owner, after)).items).toHaveLength(4);
});

it("a conversation that went out of sight while nobody listened is told of afterwards", async () => {
  const tenant = await makeTenant({ channel: true });
  const [sales, support] = tenant.departments;
  const { id } = await makeConversation(tenant, { departmentId: sales.id });
  const after = await present(tenant.agent);
  await record(tenant.tenantId, id);
  const input = { conversationId: id, assigneeId: tenant.agent2.id, departmentId: support.id };
  await assignConversation(tenant.manager, input);
  const { items } = await readAll(tenant.agent, after);
  expect(new Set(items.map((item) => `${item.type} ${item.conversationId}`))).toEqual(
    new Set([`conversation.hidden ${id}`]),
  );
});
