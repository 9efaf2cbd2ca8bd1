import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, customer, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

describe("delivery", () => {
  it("is tried again until the answer is 200, with the same bytes", async () => {
    rig.receiver.answers.push(503, 404, 204);
    const { body } = await rig.write(hello);
    expect(body.webhook).toEqual({ status: 503 });
    await expect.poll(() => rig.receiver.received).toHaveLength(4);
    expect(new Set(rig.receiver.received.map(({ raw }) => raw)).size).toBe(1);
    const next = await rig.write(hello);
    expect(next.body.webhook).toEqual({ status: 200 });
    expect(rig.receiver.received).toHaveLength(5);
  });

  it("does not hold back what comes after a failed post", async () => {
    rig.receiver.answers.push(500);
    const first = await rig.write(hello);
    const second = await rig.write(hello);
    expect([first.body.webhook.status, second.body.webhook.status]).toEqual([500, 200]);
    await expect.poll(() => rig.messages().filter(({ id }) => id === first.body.id)).toHaveLength(2);
  });

  it("signs a retry with the secret of that moment", async () => {
    rig.receiver.answers.push(...new Array(50).fill(401));
    await rig.write(hello);
    await rig.control("POST", "channels", { ...channel, appSecret: "rotated-secret" });
    rig.receiver.answers.length = 0;
    const raw = rig.receiver.received[0]?.raw ?? "";
    const expected = createHmac("sha256", "rotated-secret").update(raw, "latin1").digest("hex");
    await expect.poll(() => rig.receiver.received.at(-1)?.signature).toBe(`sha256=${expected}`);
    expect(rig.receiver.received[0]?.signature).not.toBe(`sha256=${expected}`);
  });

  it("batches what waits for a slow receiver, and loses nothing", async () => {
    await rig.write(hello);
    const release = rig.receiver.hold();
    const texts = Array.from({ length: 100 }, (_, number) => ({ to: customer, text: { body: `${number}` } }));
    const sends = await Promise.all(texts.map((text) => rig.send(text)));
    const wamids = sends.map(({ body }) => body.messages[0].id);
    // Eight posts are under way and unanswered; the rest of the 300 statuses waits.
    await expect.poll(async () => (await rig.control("GET", "state")).body.webhookBacklog).toBe(300);
    release();
    await expect.poll(() => wamids.flatMap((id) => rig.statusesOf(id))).toHaveLength(300);
    expect(rig.receiver.received.length).toBeLessThan(20);
  });

  it("goes to each app of the account, and to nobody once unsubscribed", async () => {
    const second = {
      ...channel,
      appId: "700000000000008",
      appSecret: "other-secret",
      token: "other-token",
      webhookUrl: `${rig.receiver.url}?2`,
    };
    await rig.control("POST", "channels", second);
    await rig.write(hello);
    await expect.poll(() => rig.messages()).toHaveLength(2);
    expect(new Set(rig.receiver.received.map(({ signature }) => signature)).size).toBe(2);
    const path = `/v25.0/${channel.wabaId}/subscribed_apps`;
    for (const token of [channel.token, second.token]) await rig.call("DELETE", path, undefined, token);
    expect((await rig.write(hello)).body.webhook).toBeNull();
  });
});

describe("a given webhook", () => {
  const odd = '{ "object" : "whatsapp_business_account",\n "entry":[], "x":"é/👋" }';

  it("is posted byte by byte and answers with what the door said", async () => {
    rig.receiver.answers.push(413);
    const answer = await rig.call("POST", "/control/webhooks", odd, null);
    expect(answer.status).toBe(413);
    expect(answer.json()).toMatchObject({ status: 413, body: "answered 413" });
    expect(Buffer.from(rig.receiver.received[0]?.raw ?? "", "latin1").toString("utf8")).toBe(odd);
    const expected = createHmac("sha256", channel.appSecret).update(odd, "utf8").digest("hex");
    expect(rig.receiver.received[0]?.signature).toBe(`sha256=${expected}`);
  });

  it("may be no JSON at all", async () => {
    await rig.call("POST", "/control/webhooks", "{{{", null);
    expect(rig.receiver.received[0]?.raw).toBe("{{{");
  });

  it("is repeated as often as asked", async () => {
    const answer = await rig.call("POST", "/control/webhooks?repeat=10", odd, null);
    expect(answer.json().deliveries).toHaveLength(10);
    expect(rig.receiver.received).toHaveLength(10);
  });

  it("shuffled has the same items in other orders", async () => {
    const ids = Array.from({ length: 12 }, (_, n) => `wamid.${n}`);
    const body = {
      object: "o",
      entry: [{ id: channel.wabaId, changes: [{ field: "messages", value: { statuses: ids.map((id) => ({ id })) } }] }],
    };
    await rig.control("POST", "webhooks?repeat=10&shuffle=1", body);
    const orders = rig.receiver.received.map(({ body: got }) =>
      (got.entry[0]?.changes[0]?.value.statuses ?? []).map(({ id }) => id),
    );
    expect(orders).toHaveLength(10);
    for (const order of orders) expect([...order].sort()).toEqual([...ids].sort());
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  });

  it("is signed by the app asked for", async () => {
    const other = {
      ...channel,
      phoneNumberId: "5001",
      wabaId: "5002",
      appId: "5003",
      appSecret: "third-secret",
      token: "third-token",
      webhookUrl: rig.receiver.url,
    };
    await rig.control("POST", "channels", other);
    await rig.call("POST", "/control/webhooks?app=5003", odd, null);
    const expected = createHmac("sha256", other.appSecret).update(odd, "utf8").digest("hex");
    expect(rig.receiver.received[0]?.signature).toBe(`sha256=${expected}`);
    const missing = await rig.control("POST", "webhooks?app=5999", {});
    expect(missing.status).toBe(404);
  });
});
