import { createHash } from "node:crypto";
import { newSecret } from "@/lib/ids";

/** A secret of 256 bits needs no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** The token goes into the link, the hash into the database. */
export function newLinkToken(): { token: string; hash: string } {
  const token = newSecret(32);
  return { token, hash: hashOfSecret(token) };
}
