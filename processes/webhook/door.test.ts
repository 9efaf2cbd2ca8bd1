import { once } from "node:events";
import { request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { trustedProxies } from "@/processes/guard/visitor";
import { openDoor } from "@/test/front-door";
import { createWebhookDoor, type WebhookDoorOptions } from "./door";
import { FailedSignatures } from "./failed-signatures";

type Accepted = Parameters<WebhookDoorOptions["accept"]>[0];

/** The door with a stand-in for what lies behind it: here it is about HTTP alone. */
async function openWebhookDoor(options: Partial<WebhookDoorOptions> = {}, trusted?: string) {
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
  const door = await openDoor({ webhook, trusted: trustedProxies(trusted) });
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

  it("whose body does not begin is 408, long before one that has begun", async () => {
    const { url } = await openWebhookDoor({ limits: { beginWithinMs: 50, withinMs: 60_000 } });
    expect(await statusOf(beginPost(url, { "content-length": 10 }))).toBe(408);
  });

  it("whose body does not come in time is 408", async () => {
    const { url, accepted } = await openWebhookDoor({ limits: { withinMs: 50 } });
    const slow = beginPost(url, { "content-length": 10 });
    slow.write("12345");
    expect(await statusOf(slow)).toBe(408);
    expect(accepted).toEqual([]);
  });

  it("beyond the bytes in flight is 503, and passes once there is room", async () => {
    const { url, webhook } = await openWebhookDoor({ limits: { inFlightBytes: 1_000 } }, "127.0.0.1");
    const from = (visitor: string, bytes: number) => {
      const sent = beginPost(url, {
        ...{ "content-length": 240, "x-hub-signature-256": "right", "x-forwarded-for": `203.0.113.${visitor}` },
      });
      sent.write("x".repeat(bytes));
      return sent;
    };
    const slow = ["1", "2", "3", "4"].map((visitor) => from(visitor, 239));
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(4 * 239));
    const refused = from("5", 100);
    const [answered] = (await once(refused, "response")) as [IncomingMessage];
    expect(answered.statusCode).toBe(503);
    expect(answered.headers["retry-after"]).toBe("1");
    refused.destroy();
    for (const sent of slow) sent.end("x");
    expect(await Promise.all(slow.map(statusOf))).toEqual([200, 200, 200, 200]);
    const passes = from("5", 100);
    passes.end("x".repeat(140));
    expect(await statusOf(passes)).toBe(200);
    expect(webhook.bytesInFlight()).toBe(0);
  });

  it.each([
    ["half of the bytes in flight where everybody may have one address", undefined, 500],
    ["a quarter where a trusted proxy tells them apart", "127.0.0.1", 250],
  ])("of one source may hold %s, and others still pass", async (_, trusted, share) => {
    const { url, webhook } = await openWebhookDoor({ limits: { inFlightBytes: 1_000 } }, trusted);
    const begin = (visitor: string) =>
      beginPost(url, {
        ...{ "content-length": share, "x-hub-signature-256": "right" },
        ...(trusted ? { "x-forwarded-for": visitor } : {}),
      });
    const greedy = begin("203.0.113.1");
    greedy.write("x".repeat(share - 1));
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(share - 1));
    const more = begin("203.0.113.1");
    more.write("xx");
    expect(await statusOf(more)).toBe(503);
    more.destroy();
    if (trusted) {
      const other = begin("203.0.113.2");
      other.end("x".repeat(share));
      expect(await statusOf(other)).toBe(200);
    }
    greedy.end("x");
    expect(await statusOf(greedy)).toBe(200);
  });

  it("that is announced, and no more, takes nothing from the others", async () => {
    const { url, post, webhook } = await openWebhookDoor({ limits: { inFlightBytes: 1_000 } });
    const idle = Array.from({ length: 30 }, () => beginPost(url, { "content-length": 1_000 }));
    await Promise.all(idle.map(async (sent) => sent.socket ?? (await once(sent, "socket"))));
    expect((await post("x".repeat(200))).status).toBe(200);
    expect(webhook.bytesInFlight()).toBe(0);
    for (const sent of idle) sent.destroy();
  });

  it("whose sender goes away gives its bytes back", async () => {
    const { url, webhook, observed } = await openWebhookDoor();
    const sent = beginPost(url, { "content-length": 900 });
    sent.write("x");
    await vi.waitFor(() => expect(webhook.bytesInFlight()).toBe(1));
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

describe("another spelling of a door's path", () => {
  it.each([
    "/api/whatsapp/webhook/%64efault",
    "/api/whatsapp/webhook/default/more",
    "/api/whatsapp/%77ebhook/default",
    "/api/whatsapp/webhook%2Fdefault",
    "/api/whatsapp//webhook",
    "/api/x/../whatsapp/webhook",
    "/api/x/%2e%2e/whatsapp/webhook",
    "/api/./whatsapp/webhook/default",
    "/API/whatsapp/webhook",
    "/api/whatsapp/webhook.rsc",
    "/api/whatsapp/webhook/key%00",
    "/api/whatsapp/webhook#x",
  ])("%s does not lead to web's copy of it", async (path) => {
    const door = await openWebhookDoor();
    for (const method of ["POST", "GET"]) {
      const lines = [`${method} ${path} HTTP/1.1`, `Host: ${door.host}`, "Content-Length: 0", "Connection: close"];
      const answer = await door.raw(lines);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).toContain("No Meta app posts here.");
    }
    expect(door.accepted).toEqual([]);
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
