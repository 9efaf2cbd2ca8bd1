import { createHash, timingSafeEqual } from "node:crypto";
import { metaAppOf } from "./meta-app";

export type Subscription = {
  appKey: string;
  /** `hub.mode`, `hub.verify_token` and `hub.challenge`. */
  mode: string | null;
  token: string | null;
  challenge: string | null;
};

const CHALLENGE = /^[A-Za-z0-9_-]{1,128}$/;

/** Meta's GET when a webhook is set up: the challenge comes back as plain text when the verify token is the app's. */
export async function verifySubscription({
  appKey,
  mode,
  token,
  challenge,
}: Subscription): Promise<{ status: 200 | 403 | 503; body: string }> {
  try {
    const app = await metaAppOf(appKey);
    const isOurs = isSame(token ?? "", app?.verifyToken ?? crypto.randomUUID());
    if (mode === "subscribe" && isOurs && challenge !== null && CHALLENGE.test(challenge)) {
      return { status: 200, body: challenge };
    }
    return { status: 403, body: "The verify token is not the one of this app." };
  } catch {
    return { status: 503, body: "Try again in a moment." };
  }
}

/** Digests have one length, whatever was given. */
function isSame(given: string, wanted: string): boolean {
  const digestOf = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digestOf(given), digestOf(wanted));
}
