import { createHash, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { env } from "@/lib/env";
import { decrypt, encrypt } from "./cipher";

let master: { key: KeyObject; id: string } | undefined;

export function masterKey(): { key: KeyObject; id: string } {
  if (!master) {
    const key = Buffer.from(env().PARLEY_MASTER_KEY, "hex");
    master = { key: createSecretKey(key), id: createHash("sha256").update(key).digest("hex").slice(0, 16) };
  }
  return master;
}

/** For what belongs to the installation: webhook bodies before they are cut by tenant, secrets of Meta apps. */
export function sealForInstallation(plain: Buffer | string, context: string): Buffer {
  return encrypt(masterKey().key, plain, `installation|${context}`);
}

export function openForInstallation(sealed: Buffer, context: string): Buffer {
  return decrypt(masterKey().key, sealed, `installation|${context}`);
}

/** A secret for one purpose, derived from the master key, so that purposes cannot stand in for one another. */
export function derivedKey(purpose: string): Buffer {
  return createHmac("sha256", masterKey().key).update(`parley|${purpose}`).digest();
}
