import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from "node:crypto";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A KeyObject costs a third: the key is then prepared once and not for every value. */
export type Key = KeyObject | Buffer;

/** AES-256-GCM: version, nonce, ciphertext, tag. `context` binds the value to its place: `tenant|table|column|row`. */
export function encrypt(key: Key, plain: Buffer | string, context: string): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const sealed = cipher.update(plain as Buffer);
  return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.final(), cipher.getAuthTag()]);
}

/** @throws {Error} when the value was changed, moved to another row, or sealed with another key. */
export function decrypt(key: Key, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + NONCE_BYTES + TAG_BYTES)
    throw new Error("This is not a sealed value.");
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce)
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

const pool = Buffer.alloc(NONCE_BYTES * 256);
let used = pool.length;

/** Random bytes are fetched for many nonces at once; each is handed out once. */
function freshNonce(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += NONCE_BYTES;
  return Buffer.from(pool.subarray(used - NONCE_BYTES, used));
}
