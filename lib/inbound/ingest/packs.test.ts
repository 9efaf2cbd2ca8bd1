import { expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestChannel } from "@/test/factories";
import { deliver, ingestAll, itemsOf, messagesBody, receive, secondsAgo, textMessage, textsOf } from "@/test/webhooks";
import { claimLog, type Lane } from "./claim";
import { ingestBatch } from "./ingest-batch";

const phone = "4915112345678";

const rowsOf = (appKey: string) =>
  ownerQuery<{ state: string; webhooks: number; failure: string | null }>(
    `select l.state, cardinality(l.meta_app_ids) as webhooks, l.failure from webhook_log l join meta_apps a on a.id = any(l.meta_app_ids)
     where a.key = $1 order by l.id`,
    [appKey],
  );

const text = (channel: TestChannel, body: string) =>
  messagesBody(channel, { messages: [textMessage({ phone }, { body })] });
const status = (channel: TestChannel) =>
  messagesBody(channel, { statuses: [{ id: "wamid.none", status: "sent", timestamp: "1", recipient_id: phone }] });
const claimedIn = async (lane: Lane) => (await claimLog(crypto.randomUUID(), lane)).length;

it("webhooks that come at once share a row of the log, and each has its effect", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  const bodies = Array.from({ length: 20 }, (_, at) => `Text ${at}`);
  await Promise.all(bodies.map((body) => deliver(channel, text(channel, body))));
  const rows = await rowsOf(channel.app.key);
  expect(rows.length).toBeLessThan(20);
  expect(rows.reduce((sum, { webhooks }) => sum + webhooks, 0)).toBe(20);
  await ingestAll();
  expect((await textsOf(tenantId)).sort()).toEqual(bodies.sort());
});

it("one of a row that cannot be read is noted by itself, and costs the others nothing", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  await Promise.all([
    deliver(channel, text(channel, "Before")),
    deliver(channel, Buffer.from('{"messages":[')),
    deliver(channel, text(channel, "After")),
  ]);
  expect(await rowsOf(channel.app.key)).toEqual([{ state: "pending", webhooks: 3, failure: null }]);
  await ingestAll();
  expect((await textsOf(tenantId)).sort()).toEqual(["After", "Before"]);
  expect(await rowsOf(channel.app.key)).toEqual([
    { state: "done", webhooks: 3, failure: null },
    { state: "dead", webhooks: 1, failure: expect.stringContaining("JSON") },
  ]);
});

it("a row that may have ended the engine is taken apart, and its webhooks are tried one by one", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  await Promise.all(["One", "Two", "Three"].map((body) => deliver(channel, text(channel, body))));
  await ownerQuery("update webhook_log set attempts = 3 where state = 'pending'");
  expect(await ingestBatch()).toBe(1);
  expect(await rowsOf(channel.app.key)).toEqual(Array(3).fill({ state: "pending", webhooks: 1, failure: null }));
  for (const count of [1, 2, 3]) {
    expect(await ingestBatch()).toBe(1);
    expect(await textsOf(tenantId)).toHaveLength(count);
  }
});

it("what customers wait for does not stand behind a flood of statuses", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  await Promise.all(Array.from({ length: 50 }, () => deliver(channel, status(channel))));
  await deliver(channel, text(channel, "Hello"));
  expect(await ingestBatch("urgent")).toBe(1);
  expect(await textsOf(tenantId)).toEqual(["Hello"]);
});

it("a lane without work leaves the other its own, and takes what lies there for long", async () => {
  const { channel } = await makeTenant({ channel: true });
  await ingestAll();
  await deliver(channel, status(channel));
  expect(await claimedIn("urgent")).toBe(0);
  await ownerQuery("update webhook_log set received_at = now() - interval '2 seconds' where state = 'pending'");
  expect(await claimedIn("urgent")).toBe(1);
});

it("a status that was applied is not noted among the items, and one that waits for its message is", async () => {
  const { tenantId, channel } = await makeTenant({ channel: true });
  await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
  await ownerQuery(
    "update messages set direction = 'out', status = 'accepted', wamid = 'wamid.sent' where tenant_id = $1",
    [tenantId],
  );
  for (const id of ["wamid.sent", "wamid.sent", "wamid.unknown"]) {
    const statuses = [{ id, status: "delivered", timestamp: secondsAgo(5), recipient_id: phone }];
    await receive(channel, messagesBody(channel, { statuses }));
  }
  const noted = (await itemsOf(tenantId)).filter(({ kind }) => kind === "status");
  expect(noted.map(({ outcome }) => outcome)).toEqual(["parked"]);
  expect(
    await ownerQuery("select count(*)::int as count from events where tenant_id = $1 and type = 'message.delivered'", [
      tenantId,
    ]),
  ).toEqual([{ count: 1 }]);
});
