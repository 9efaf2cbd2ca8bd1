import { once } from "node:events";
import { request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { openDoor } from "@/test/front-door";
import { createWebhookDoor, type WebhookDoorOptions } from "./door";
import { FailedSignatures } from "./failed-signatures";

type Accepted = Parameters<WebhookDoorOptions["accept"]>[0];

/** The door with a stand-in for what lies behind it: here it is about HTTP alone. */
async function openWebhookDoor(options: Partial<WebhookDoorOptions> = {}) {
  const accepted: Accepted[] = [];
  const observed: number[] = [];
  const webhook = createWebhookDoor({
    accept: async (delivery) => {
      accepted.push(delivery);
      return { status: delivery.signature === "right" ? 200 : 401 };
    },
    verify: async ({ challenge, token, appKey }) =>
      token === `token-of-${appKey}` ? { status: 200, body: challenge ?? "" } : { status: 403, body: "" },
    observe: (status) => observed.push(status),
    ...options,
  });
  const door = await openDoor({ webhook });
  const post = (body: BodyInit, { path = "", signature = "right" } = {}) =>
    fetch(`${door.url}/api/whatsapp/webhook${path}`, {
      method: "POST",
      body,
      headers: { "x-hub-signature-256": signature },
    });
  return { ...door, webhook, accepted, observed, post };
}

/** A POST whose body is written by the test, as slowly as it likes. */
function beginPost(url: string, headers: Record<string, string | number> = {}): ClientRequest {
  const sent = ask(`${url}/api/whatsapp/webhook`, { method: "POST", headers });
  sent.on("error", () => undefined);
  sent.flushHeaders();
  return sent;
}

async function statusOf(sent: ClientRequest): Promise<number> {
  const [answered] = (await once(sent, "response")) as [IncomingMessage];
  answered.resume();
  return answered.statusCode ?? 0;
}

describe("a webhook", () => {
  it("is handed over byte by byte, with its signature and the app that it is for", async () => {
    const { post, accepted, observed } = await openWebhookDoor();
    const body = Buffer.from([0, 255, 0xd8, 0x00, 10, 13]);
    expect((await post(body)).status).toBe(200);
    expect((await post("{}", { path: "/key_of-a-tenant" })).status).toBe(200);
    expect(accepted).toEqual([
      { bytes: body, signature: "right", appKey: "default" },
      { bytes: Buffer.from("{}"), signature: "right", appKey: "key_of-a-tenant" },
    ]);
    expect(observed).toEqual([200, 200]);
  });

  it("needs no Origin, since Meta has none", async () => {
    const { url } = await openWebhookDoor();
    const response = await fetch(`${url}/api/whatsapp/webhook`, {
      method: "POST",
      body: "{}",
      headers: { "x-hub-signature-256": "right", origin: "https://elsewhere.example", cookie: "a=1" },
    });
    expect(response.status).toBe(200);
  });

  it("of exactly 3 MiB passes, and one byte more is 413, announced or not", async () => {
    const { post, url, accepted, webhook } = await openWebhookDoor();
    const most = Buffer.alloc(3 * 1024 * 1024, 32);
    expect((await post(most)).status).toBe(200);
    expect((await post(Buffer.concat([most, Buffer.from("x")]))).status).toBe(413);
    const unannounced = beginPost(url);
    unannounced.write(most);
    unannounced.end("x");
    expect(await statusOf(unannounced)).toBe(413);
    expect(accepted).toHaveLength(1);
    expect(webhook.bytesInFlight()).toBe(0);
  });

  it("whose body does not come in time is 408", async () => {
    const { url, accepted } = await openWebhookDoor({ limits: { withinMs: 50 } });
    const slow = beginPost(url, { "content-length": 10 });
    slow.write("12345");
    expect(await statusOf(slow)).toBe(408);
    expect(accepted).toEqual([]);
  });

  it("beyond the bytes in flight is 503, and passes once there is room", async () => {
    const { url, post, webhook } = await openWebhookDoor({ limits: { inFlightBytes: 1_000 } });
    const slow = beginPost(url, { "content-length": 900, "x-hub-signature-256": "right" });
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(900));
    const refused = await post("x".repeat(200));
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    slow.end("x".repeat(900));
    expect(await statusOf(slow)).toBe(200);
    expect((await post("x".repeat(200))).status).toBe(200);
  });

  it("whose sender goes away gives its bytes back", async () => {
    const { url, webhook, observed } = await openWebhookDoor();
    const sent = beginPost(url, { "content-length": 900 });
    sent.write("x");
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(900));
    sent.destroy();
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(0));
    expect(observed).toEqual([499]);
  });

  it("that could not be stored is 503", async () => {
    const { post } = await openWebhookDoor({ accept: () => Promise.reject(new Error("no database")) });
    expect((await post("{}")).status).toBe(503);
  });

  it("is posted: another method is 405, another path is web's", async () => {
    const { url } = await openWebhookDoor();
    expect((await fetch(`${url}/api/whatsapp/webhook`, { method: "DELETE" })).status).toBe(405);
    const elsewhere = await fetch(`${url}/api/whatsapp/webhooks`);
    expect(await elsewhere.json()).toMatchObject({ url: "/api/whatsapp/webhooks" });
  });
});

describe("wrong signatures", () => {
  it("beyond a source's share are 429, while a right one still passes", async () => {
    const { post } = await openWebhookDoor({ limits: { failuresAMinute: 3 } });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await post("{}", { signature: "wrong" })).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await post("{}")).status).toBe(200);
  });

  it("are counted by source and forgotten with the minute", () => {
    const failures = new FailedSignatures(1);
    const now = 1_000_000 * 60_000;
    expect(failures.isTooMany("a", now)).toBe(false);
    expect(failures.isTooMany("a", now)).toBe(true);
    expect(failures.isTooMany("b", now)).toBe(false);
    expect(failures.isTooMany("a", now + 60_000)).toBe(false);
  });
});

describe("Meta's verification", () => {
  const query = "hub.mode=subscribe&hub.challenge=11%3C58&hub.verify_token=";

  it("gets its challenge back as plain text, for the app of the path", async () => {
    const { url } = await openWebhookDoor();
    const response = await fetch(`${url}/api/whatsapp/webhook/one?${query}token-of-one`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch("text/plain");
    expect(await response.text()).toBe("11<58");
  });

  it("with another app's token is refused", async () => {
    const { url } = await openWebhookDoor();
    expect((await fetch(`${url}/api/whatsapp/webhook/one?${query}token-of-two`)).status).toBe(403);
  });
});
