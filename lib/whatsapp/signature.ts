import { createHmac, type KeyObject, timingSafeEqual } from "node:crypto";

const FORM = /^sha256=([0-9a-fA-F]{64})$/;

/** A prepared key (`createSecretKey`) costs a sixth of a string, which is prepared anew for every body. */
export type AppSecret = string | KeyObject;

/** The value of `X-Hub-Signature-256` for these bytes. */
export function signBody(secret: AppSecret, bytes: Uint8Array): string {
  return `sha256=${digestOf(secret, bytes).toString("hex")}`;
}

/**
 * Whether the raw bytes were signed with one of the secrets: the current one, and while it is being replaced the one
 * before. Re-serialised JSON never verifies, since Meta signs its own escaped form. Takes the same time for every
 * wrong signature of the right form.
 */
export function isSignedBy(
  secrets: readonly AppSecret[],
  bytes: Uint8Array,
  header: string | null | undefined,
): boolean {
  const given = FORM.exec(header ?? "")?.[1];
  if (given === undefined) return false;
  const claimed = Buffer.from(given, "hex");
  let isSigned = false;
  for (const secret of secrets) {
    if (secret !== "" && timingSafeEqual(digestOf(secret, bytes), claimed)) isSigned = true;
  }
  return isSigned;
}

function digestOf(secret: AppSecret, bytes: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(bytes).digest();
}
