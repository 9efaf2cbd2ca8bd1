import { createHmac } from "node:crypto";

/** The headers of Standard Webhooks 1.0: an HMAC over id, time and body, so that nothing of it can be changed or sent again later. */
export function signedHeaders(id: string, at: Date, body: string, secret: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
