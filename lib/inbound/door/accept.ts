import { generateKeySync, type KeyObject } from "node:crypto";
import { wakeIngest } from "@/lib/inbound/wake";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { isSignedBy } from "@/lib/whatsapp";
import { appendToLog } from "./append";
import { type MetaApp, metaAppOf, refreshedMetaApp } from "./meta-app";

/** Meta sends up to 3 MB. */
export const MOST_WEBHOOK_BYTES = 3 * 1024 * 1024;

export type SignedWebhook = {
  /** As they came: the signature is over these bytes, not over what they parse to. */
  bytes: Uint8Array;
  /** `X-Hub-Signature-256`. */
  signature: string | null;
  /** The last part of the URL; `default` is the installation's own app. */
  appKey: string;
};

export type DoorAnswer = { status: 200 | 401 | 413 | 503 };

/**
 * Meta's POST: 200 only after the body is durable, 401 for a signature that is not the app's, 413 over 3 MiB, and 503
 * for everything that Meta should try again.
 */
export async function acceptWebhook({ bytes, signature, appKey }: SignedWebhook): Promise<DoorAnswer> {
  if (bytes.length > MOST_WEBHOOK_BYTES) return { status: 413 };
  try {
    const app = await signerOf(bytes, signature, appKey);
    if (!app) return { status: 401 };
    await appendToLog(app.id, bytes);
  } catch (error) {
    warn(error);
    return { status: 503 };
  }
  wakeIngest();
  return { status: 200 };
}

async function signerOf(bytes: Uint8Array, signature: string | null, appKey: string): Promise<MetaApp | null> {
  const app = await metaAppOf(appKey);
  if (isSignedBy(secretsOf(app), bytes, signature)) return app;
  const fresh = await refreshedMetaApp(appKey);
  return fresh !== app && isSignedBy(secretsOf(fresh), bytes, signature) ? fresh : null;
}

/** An unknown app costs the same work as a known one, so that keys cannot be found out by the clock. */
function secretsOf(app: MetaApp | null): KeyObject[] {
  if (!app) return [UNKNOWN_SECRET];
  return app.previous && app.previous.untilMs > Date.now() ? [app.secret, app.previous.secret] : [app.secret];
}

const UNKNOWN_SECRET = generateKeySync("hmac", { length: 256 });

let warnedAtMs = 0;

/** Once a second: an outage at full load would otherwise write thousands of equal lines. */
function warn(error: unknown): void {
  if (Date.now() - warnedAtMs < SECOND) return;
  warnedAtMs = Date.now();
  log().warn({ error }, "Webhooks cannot be stored; Meta will send them again.");
}
