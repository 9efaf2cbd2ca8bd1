import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/whatsapp/webhook/[appKey]/route";
import { sealForInstallation } from "@/lib/vault";
import { signBody } from "@/lib/whatsapp";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { deliver, messagesBody, textMessage } from "@/test/webhooks";
import { acceptWebhook, MOST_WEBHOOK_BYTES } from "./accept";
import { verifySubscription } from "./verify-subscription";

const body = Buffer.from(JSON.stringify({ object: "whatsapp_business_account", entry: [] }));

async function makeApp() {
  const { channel } = await makeTenant({ channel: true });
  return channel.app;
}

const storedFrom = async (appKey: string) => {
  const [row] = await ownerQuery<{ count: number }>(
    `select coalesce(count(signer), 0)::int as count from webhook_log l, unnest(l.meta_app_ids) as signer join meta_apps a on a.id = signer
     where a.key = $1`,
    [appKey],
  );
  return row?.count;
};

describe("a POST", () => {
  it("signed with the app's secret is stored before it is acknowledged", async () => {
    const { key, secret } = await makeApp();
    expect(await acceptWebhook({ bytes: body, signature: signBody(secret, body), appKey: key })).toEqual({
      status: 200,
    });
    expect(await storedFrom(key)).toBe(1);
  });

  it("is sealed in the log: nobody who reads the table reads the message", async () => {
    const { channel } = await makeTenant({ channel: true });
    await deliver(
      channel,
      messagesBody(channel, { messages: [textMessage({ phone: "4915" }, { body: "Geheimnis" })] }),
    );
    const [row] = await ownerQuery<{ body: Buffer }>("select body from webhook_log order by id desc limit 1");
    expect(row?.body.includes("Geheimnis")).toBe(false);
  });

  it.each([
    ["missing", () => null],
    ["empty", () => ""],
    ["of another secret", () => signBody("another secret", body)],
    ["of other bytes", (secret: string) => signBody(secret, Buffer.from("other"))],
    ["truncated", (secret: string) => signBody(secret, body).slice(0, -2)],
    ["longer", (secret: string) => `${signBody(secret, body)}00`],
    ["without its prefix", (secret: string) => signBody(secret, body).slice("sha256=".length)],
    ["of SHA-1", (secret: string) => `sha1=${createHmac("sha1", secret).update(body).digest("hex")}`],
  ])("with a signature that is %s is refused and not stored", async (_what, signatureOf) => {
    const { key, secret } = await makeApp();
    const answer = await acceptWebhook({ bytes: body, signature: signatureOf(secret), appKey: key });
    expect(answer).toEqual({ status: 401 });
    expect(await storedFrom(key)).toBe(0);
  });

  it("for an app that is not here gets the same answer as one with a wrong signature", async () => {
    for (const appKey of ["nobody", "", "a/b", "x".repeat(200), "\u0000"]) {
      expect(await acceptWebhook({ bytes: body, signature: signBody("secret", body), appKey })).toEqual({
        status: 401,
      });
    }
  });

  it("signed with the previous secret is taken while the secret is being replaced, and not after", async () => {
    const { key, previousSecret } = await makeApp();
    const signed = { bytes: body, signature: signBody(previousSecret, body), appKey: key };
    expect(await acceptWebhook(signed)).toEqual({ status: 200 });

    const later = await makeApp();
    await ownerQuery("update meta_apps set previous_until = now() - interval '1 second' where key = $1", [later.key]);
    const late = { bytes: body, signature: signBody(later.previousSecret, body), appKey: later.key };
    expect(await acceptWebhook(late)).toEqual({ status: 401 });
  });

  it("signed with a secret that was replaced elsewhere a moment ago is taken without waiting for a minute", async () => {
    const { key, secret } = await makeApp();
    expect(await acceptWebhook({ bytes: body, signature: signBody(secret, body), appKey: key })).toEqual({
      status: 200,
    });
    const [row] = await ownerQuery<{ id: string }>("select id from meta_apps where key = $1", [key]);
    const sealed = sealForInstallation("a new secret", `meta_apps|secret_sealed|${row?.id}`);
    await ownerQuery("update meta_apps set secret_sealed = $2 where key = $1", [key, sealed]);
    const signed = { bytes: body, signature: signBody("a new secret", body), appKey: key };
    await expect.poll(() => acceptWebhook(signed), { timeout: 5_000 }).toEqual({ status: 200 });
  });

  it("of 3 MiB is taken, and one byte more is too large", async () => {
    const { key, secret } = await makeApp();
    const whole = Buffer.alloc(MOST_WEBHOOK_BYTES, " ");
    expect(await acceptWebhook({ bytes: whole, signature: signBody(secret, whole), appKey: key })).toEqual({
      status: 200,
    });
    const more = Buffer.alloc(MOST_WEBHOOK_BYTES + 1, " ");
    expect(await acceptWebhook({ bytes: more, signature: signBody(secret, more), appKey: key })).toEqual({
      status: 413,
    });
    expect(await storedFrom(key)).toBe(1);
  });

  it("is answered 503 when it cannot be stored, and taken when that has passed", async () => {
    const { key, secret } = await makeApp();
    const signed = { bytes: body, signature: signBody(secret, body), appKey: key };
    await ownerQuery("revoke insert on webhook_log from parley_door");
    try {
      expect(await acceptWebhook(signed)).toEqual({ status: 503 });
    } finally {
      await ownerQuery("grant insert on webhook_log to parley_door");
    }
    expect(await acceptWebhook(signed)).toEqual({ status: 200 });
    expect(await storedFrom(key)).toBe(1);
  });

  it("beside a thousand others is stored once, and each of them is", async () => {
    const { key, secret } = await makeApp();
    const bodies = Array.from({ length: 1_000 }, (_, at) => Buffer.from(JSON.stringify({ at })));
    const answers = await Promise.all(
      bodies.map((bytes) => acceptWebhook({ bytes, signature: signBody(secret, bytes), appKey: key })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await storedFrom(key)).toBe(1_000);
  });
});

describe("the route", () => {
  const at = (appKey: string) => ({ params: Promise.resolve({ appKey }) });
  const post = (bytes: Uint8Array<ArrayBuffer>, signature: string) =>
    new Request("http://localhost/", { method: "POST", body: bytes, headers: { "x-hub-signature-256": signature } });

  it("passes the raw bytes on: the signature is over what Meta escaped, not over what it means", async () => {
    const { key, secret } = await makeApp();
    const escaped = Buffer.from(
      String.raw`{"object":"whatsapp_business_account","entry":[],"n":"\u00fc\/\ud83d\ude00"}`,
    );
    const response = await POST(post(escaped, signBody(secret, escaped)), at(key));
    expect(response.status).toBe(200);
    expect((await POST(post(body, signBody(secret, escaped)), at(key))).status).toBe(401);
  });

  it("stops reading a body that is larger than Meta ever sends", async () => {
    const { key, secret } = await makeApp();
    const more = Buffer.alloc(MOST_WEBHOOK_BYTES + 1, " ");
    expect((await POST(post(more, signBody(secret, more)), at(key))).status).toBe(413);
  });

  it("answers Meta's question with the challenge, as plain text", async () => {
    const { key, verifyToken } = await makeApp();
    const query = new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.challenge": "1158201444",
      "hub.verify_token": verifyToken,
    });
    const response = await GET(new Request(`http://localhost/?${query}`), at(key));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toBe("1158201444");
  });
});

describe("the verification", () => {
  it.each([
    ["another token", { token: "another" }],
    ["no token", { token: null }],
    ["another mode", { mode: "unsubscribe" }],
    ["no challenge", { challenge: null }],
    ["a challenge that is markup", { challenge: "<script>" }],
    ["an app that is not here", { appKey: "nobody" }],
  ])("is refused with %s", async (_what, change) => {
    const { key, verifyToken } = await makeApp();
    const asked = { appKey: key, mode: "subscribe", token: verifyToken, challenge: "1158201444", ...change };
    expect(await verifySubscription(asked)).toMatchObject({ status: 403 });
  });
});
