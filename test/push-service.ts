import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { newId } from "@/lib/ids";
import { sealForTenant } from "@/lib/vault";
import { ownerQuery } from "@/test/database";
import { startSession, type TestPerson } from "@/test/factories";

export type Push = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A push service on loopback, which answers each browser's pushes as told: 201 unless told. */
export async function openPushService() {
  const pushes: Push[] = [];
  const answers = new Map<string, { status: number; headers?: Record<string, string> }>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    pushes.push({ path, headers: request.headers, body: Buffer.concat(await request.toArray()) });
    const { status, headers = {} } = answers.get(path) ?? { status: 201 };
    response.writeHead(status, headers).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    pushes,
    of: (browser: { path: string }) => pushes.filter(({ path }) => path === browser.path),
    answers: (browser: { path: string }, status: number, headers?: Record<string, string>) =>
      answers.set(browser.path, { status, ...(headers ? { headers } : {}) }),
  };
}

/** A browser of a member that has subscribed at a stand-in, which no address that we take would name. */
export async function subscribeBrowser(origin: string, person: TestPerson) {
  const curve = createECDH("prime256v1");
  const auth = randomBytes(16);
  const p256dh = curve.generateKeys();
  const [id, path] = [newId(), `/push/${newId()}`];
  const { sessionId } = await startSession(person);
  const subscription = {
    endpoint: `${origin}${path}`,
    keys: { p256dh: p256dh.toString("base64url"), auth: auth.toString("base64url") },
  };
  const context = `push_subscriptions|sealed|${id}`;
  const sealed = await sealForTenant(person.tenantId, JSON.stringify(subscription), context);
  await ownerQuery(
    "insert into push_subscriptions (tenant_id, id, member_id, session_id, endpoint_hash, sealed) values ($1, $2, $3, $4, $5, $6)",
    [person.tenantId, id, person.id, sessionId, randomBytes(32), sealed],
  );
  return { id, path, sessionId, reads: (push: Push) => decrypt(push.body, curve, p256dh, auth) };
}

/** As a browser does it, from the text of RFC 8188 and RFC 8291. */
function decrypt(body: Buffer, curve: ReturnType<typeof createECDH>, ownKey: Buffer, auth: Buffer): unknown {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + keyLength);
  const record = body.subarray(21 + keyLength);
  const hkdf = (secret: Buffer, saltOf: Buffer, use: Buffer, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, saltOf, use, length));
  const use = Buffer.concat([Buffer.from("WebPush: info\0"), ownKey, senderKey]);
  const material = hkdf(curve.computeSecret(senderKey), auth, use, 32);
  const key = hkdf(material, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(material, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
}
