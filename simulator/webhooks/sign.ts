import { createHmac } from "node:crypto";

/** The value of X-Hub-Signature-256 over the raw bytes. */
export function sign(bytes: string | Buffer, appSecret: string): string {
  return `sha256=${createHmac("sha256", appSecret).update(bytes).digest("hex")}`;
}
