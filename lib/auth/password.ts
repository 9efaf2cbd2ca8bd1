import { createHash } from "node:crypto";
import bcrypt from "bcryptjs";
import { inTurn } from "./hash-queue";

const COST = 12;
/** bcrypt reads no further, and stops at a zero byte. */
const BCRYPT_BYTES = 72;

function prepared(password: string): string {
  const normal = password.normalize("NFKC");
  if (Buffer.byteLength(normal) <= BCRYPT_BYTES && !normal.includes("\0")) return normal;
  return createHash("sha256").update(normal).digest("base64");
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => bcrypt.hash(prepared(password), COST));
}

// Of a password that nobody knows, of the same cost: an unknown account takes as long to refuse as a known one.
const NOBODY = "$2b$12$KRT.0KIvCeFbpG5jDdIHKexanMg9/UqBDmdbb.kGFlyYTHCZW2EEq";

/** `hash` null is an account that does not exist: it takes the same time and never fits. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const fits = await inTurn(() => bcrypt.compare(prepared(password), hash ?? NOBODY));
  return hash !== null && fits;
}
