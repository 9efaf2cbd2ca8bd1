/** Who we are to push services, by RFC 8292. */
import { createECDH, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { env } from "@/lib/env";
import { HOUR, SECOND } from "@/lib/time";
import { derivedKey } from "@/lib/vault";

type Identity = { publicKey: Buffer; privateKey: KeyObject };

let identity: Identity | undefined;

/** What a browser subscribes with: the point, uncompressed, in base64url. */
export function vapidPublicKey(): string {
  return ours().publicKey.toString("base64url");
}

/** The `Authorization` of a push to this endpoint. */
export function vapidAuthorization(endpoint: string, now: Date = new Date()): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor((now.getTime() + 12 * HOUR) / SECOND),
    sub: subject(),
  };
  const unsigned = `${encode({ typ: "JWT", alg: "ES256" })}.${encode(claims)}`;
  const key = { key: ours().privateKey, dsaEncoding: "ieee-p1363" as const };
  const signature = sign("sha256", Buffer.from(unsigned), key).toString("base64url");
  return `vapid t=${unsigned}.${signature}, k=${vapidPublicKey()}`;
}

/** Derived, not kept: every process of an installation has the same one, and it is as secret as the master key. */
function ours(): Identity {
  identity ??= derive();
  return identity;
}

function derive(): Identity {
  // One in 2^32 numbers is no key of the curve: then the next one.
  for (let attempt = 1; ; attempt += 1) {
    const number = derivedKey(`web-push|${attempt}`);
    const curve = createECDH("prime256v1");
    try {
      curve.setPrivateKey(number);
    } catch {
      continue;
    }
    const publicKey = curve.getPublicKey();
    const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)].map((each) => each.toString("base64url"));
    const jwk = { kty: "EC", crv: "P-256", d: number.toString("base64url"), x: x ?? "", y: y ?? "" };
    return { publicKey, privateKey: createPrivateKey({ key: jwk, format: "jwk" }) };
  }
}

/** Where a push service writes to when we trouble it. */
function subject(): string {
  const { NEXTAUTH_URL, MAIL_FROM } = env();
  if (NEXTAUTH_URL?.startsWith("https:")) return NEXTAUTH_URL;
  return `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
