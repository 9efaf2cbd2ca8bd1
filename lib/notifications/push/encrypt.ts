/** Content that only the browser reads, by RFC 8291 over RFC 8188 (aes128gcm), in one record. */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

export type BrowserKeys = { p256dh: string; auth: string };

const RECORD_SIZE = 4_096;
/** All contents are as long as the longest of ours: their length says nothing either. */
const PADDED_BYTES = 256;
const LAST_RECORD = 2;

/** @throws {Error} for keys that are none */
export function encryptForBrowser(content: string, { p256dh, auth }: BrowserKeys): Buffer {
  const browserKey = Buffer.from(p256dh, "base64url");
  const curve = createECDH("prime256v1");
  const ourKey = curve.generateKeys();
  const shared = curve.computeSecret(browserKey);
  const salt = randomBytes(16);

  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), browserKey, ourKey]);
  const material = derive(shared, Buffer.from(auth, "base64url"), keyInfo, 32);
  const key = derive(material, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(material, salt, Buffer.from("Content-Encoding: nonce\0"), 12);

  const plain = Buffer.from(content);
  const padding = Buffer.alloc(Math.max(1, PADDED_BYTES - plain.length));
  padding[0] = LAST_RECORD;
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.update(padding), cipher.final(), cipher.getAuthTag()]);

  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([salt, size, Buffer.from([ourKey.length]), ourKey, body]);
}

function derive(secret: Buffer, salt: Buffer, use: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, use, length));
}
