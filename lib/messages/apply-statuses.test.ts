import fc from "fast-check";
import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { makeCustomer } from "@/test/sending";
import { applyStatuses, type StatusReport } from "./apply-statuses";
import { readMessage } from "./read";

const start = Date.parse("2026-11-21T10:00:00Z");
const at = (second: number) => new Date(start + second * 1_000);

function report(wamid: string, status: string, second: number, more: Partial<StatusReport> = {}): StatusReport {
  return { wamid, status, recipient: "", at: at(second), callbackId: null, pricing: null, errors: null, ...more };
}

const tenant = await makeTenant({ channel: true });
const customer = await makeCustomer(tenant, tenant.channel);
const place = { tenantId: tenant.tenantId, channelId: tenant.channel.id };

/** A message of ours that Meta accepted, unless told otherwise. */
async function makeSent(more: Partial<typeof messages.$inferInsert> = {}) {
  const [id, wamid] = [newId(), `wamid.${newId()}`];
  const { tenantId } = tenant;
  await withTenant(tenant, (tx) =>
    tx.insert(messages).values({
      tenantId,
      id,
      conversationId: customer.conversationId,
      contactId: customer.contactId,
      channelId: tenant.channel.id,
      direction: "out",
      author: "member",
      authorId: tenant.agent.id,
      type: "text",
      content: { type: "text", text: { body: "Hello" } },
      preview: "Hello",
      status: "accepted",
      at: at(0),
      wamid,
      ...more,
    }),
  );
  return { id, wamid: more.wamid === null ? wamid : (more.wamid ?? wamid) };
}

const apply = (...reports: StatusReport[]) => withTenant(tenant, (tx) => applyStatuses(tx, place, reports));
const read = (messageId: string) => readMessage(tenant.agent, { conversationId: customer.conversationId, messageId });

const eventsOf = async (messageId: string) => {
  const rows = await ownerQuery<{ type: string }>("select type from events where message_id = $1 order by seq", [
    messageId,
  ]);
  return rows.map(({ type }) => type);
};

test("sent, delivered and read turn up one after the other, each with its own event", async () => {
  const { id, wamid } = await makeSent();
  expect(await apply(report(wamid, "sent", 1))).toEqual(["applied"]);
  expect(await read(id)).toMatchObject({ status: "sent", sentAt: at(1).toISOString() });
  expect(await apply(report(wamid, "delivered", 2), report(wamid, "read", 3))).toEqual(["applied", "applied"]);
  expect(await read(id)).toMatchObject({
    status: "read",
    deliveredAt: at(2).toISOString(),
    readAt: at(3).toISOString(),
  });
  expect(await eventsOf(id)).toEqual(["message.sent", "message.delivered", "message.read"]);
});

test("a late delivered does not undo read, and a duplicate changes and announces nothing", async () => {
  const { id, wamid } = await makeSent();
  await apply(report(wamid, "read", 3));
  expect(await apply(report(wamid, "delivered", 2))).toEqual(["applied"]);
  expect(await apply(report(wamid, "delivered", 2))).toEqual(["duplicate"]);
  expect(await read(id)).toMatchObject({ status: "read", deliveredAt: at(2).toISOString() });
  expect(await eventsOf(id)).toEqual(["message.read", "message.delivered"]);
});

test("a failed status shows why in words, and a delivery after it shows both", async () => {
  const { id, wamid } = await makeSent();
  const errors = [{ code: 131047, title: "Re-engagement message", details: "24 hours have passed" }];
  await apply(report(wamid, "sent", 1), report(wamid, "failed", 2, { errors }));
  const failed = await read(id);
  expect(failed).toMatchObject({ status: "failed", canSendAgain: false, failure: { code: "131047", turn: "agent" } });
  expect(failed.failure?.nextStep).toMatch(/template/);
  await apply(report(wamid, "delivered", 9));
  expect(await read(id)).toMatchObject({ status: "delivered", deliveredAfterFailure: true, failure: null });
});

test("pricing is kept as Meta reported it", async () => {
  const { id, wamid } = await makeSent();
  const pricing = { model: "PMP", type: "regular", category: "service", billable: true };
  await apply(report(wamid, "sent", 1, { pricing }), report(wamid, "delivered", 2));
  expect((await read(id)).pricing).toEqual(pricing);
});

test("a kind of status that nobody knows is stored and shows nothing", async () => {
  const { id, wamid } = await makeSent();
  expect(await apply(report(wamid, "warning", 1))).toEqual(["applied"]);
  expect((await read(id)).status).toBe("accepted");
  expect(await eventsOf(id)).toEqual([]);
});

test("a status of another channel's message changes nothing", async () => {
  const other = await makeTenant({ channel: true });
  const { id, wamid } = await makeSent();
  const foreign = { tenantId: other.tenantId, channelId: other.channel.id };
  const outcomes = await withTenant(other, (tx) =>
    applyStatuses(tx, foreign, [report(wamid, "read", 1, { callbackId: id })]),
  );
  expect(outcomes).toEqual(["parked"]);
  expect((await read(id)).status).toBe("accepted");
});

test("a status finds its message by our callback before the wamid is known, and tells it", async () => {
  const { id, wamid } = await makeSent({ wamid: null, status: "ambiguous" });
  expect(await apply(report(wamid, "delivered", 2, { callbackId: id }))).toEqual(["applied"]);
  expect(await read(id)).toMatchObject({ status: "delivered", wamid });
  expect(await apply(report(wamid, "read", 3))).toEqual(["applied"]);
  expect((await read(id)).status).toBe("read");
});

test("a status without a message waits, and is taken in once another one makes the wamid known", async () => {
  const { id, wamid } = await makeSent({ wamid: null, status: "sending" });
  for (let at = 0; at < 2; at += 1) expect(await apply(report(wamid, "sent", 1))).toEqual(["parked"]);
  await apply(report(wamid, "delivered", 2, { callbackId: id }));
  expect(await read(id)).toMatchObject({ status: "delivered", sentAt: at(1).toISOString() });
  expect(await eventsOf(id)).toEqual(["message.sent", "message.delivered"]);
});

const statuses = ["sent", "delivered", "read", "failed"] as const;
const errors = [{ code: 131026, title: "Undeliverable" }];
const orders = statuses.flatMap((a) =>
  statuses.flatMap((b) =>
    statuses.flatMap((c) => statuses.map((d) => [a, b, c, d]).filter((order) => new Set(order).size === 4)),
  ),
);

const reportsOf = (wamid: string, order: readonly string[]) =>
  order.map((status) =>
    report(wamid, status, statuses.indexOf(status as (typeof statuses)[number]), {
      errors: status === "failed" ? errors : null,
    }),
  );

const projection = async (id: string) => {
  const { status, sentAt, deliveredAt, readAt, failedAt, deliveredAfterFailure, acceptedAt } = await read(id);
  return { status, sentAt, deliveredAt, readAt, failedAt, deliveredAfterFailure, acceptedAt };
};

test("all 24 orders of sent, delivered, read and failed end in the same state", async () => {
  const results = [];
  for (const order of orders) {
    const { id, wamid } = await makeSent();
    for (const each of reportsOf(wamid, order)) await apply(each);
    results.push(await projection(id));
  }
  expect(results).toHaveLength(24);
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(results[0]).toMatchObject({ status: "read", deliveredAfterFailure: true });
});

test("any order, duplication and batching of the same statuses ends in the same state", async () => {
  const given = fc.array(fc.record({ status: fc.constantFrom(...statuses, "played"), second: fc.nat(5) }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      given.chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2, maxLength: list.length * 2 }),
          fc.integer({ min: 1, max: 4 }),
          fc.boolean(),
        ),
      ),
      async ([list, shuffled, size, parkedFirst]) => {
        const once = await makeSent({ wamid: null, status: "sending" });
        const often = await makeSent({ wamid: null, status: "sending" });
        const of =
          ({ id, wamid }: typeof once, callback: boolean) =>
          (each: (typeof list)[number]) =>
            report(wamid, each.status, each.second, {
              errors: each.status === "failed" ? errors : null,
              callbackId: callback ? id : null,
            });
        await apply(...list.map(of(once, true)));
        const reports = shuffled.map((each, index) => of(often, !parkedFirst || index === shuffled.length - 1)(each));
        for (let first = 0; first < reports.length; first += size) await apply(...reports.slice(first, first + size));
        expect(await projection(often.id)).toEqual(await projection(once.id));
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);
