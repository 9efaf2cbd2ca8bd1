import { newSecret } from "@/lib/ids";
import { hashOfSecret } from "./one-time-link";

const PREFIX = "parley_";
/** The tenant in 22 characters, then 256 random bits in 43: the look-up goes by tenant and hash. */
const FORM = /^parley_([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/;

export function newApiKey(tenantId: string): { key: string; hash: string; ending: string } {
  const tenant = Buffer.from(tenantId.replaceAll("-", ""), "hex").toString("base64url");
  const key = `${PREFIX}${tenant}${newSecret(32)}`;
  return { key, hash: hashOfSecret(key), ending: key.slice(-4) };
}

/** Null for what cannot be one of our keys. */
export function parseApiKey(key: string): { tenantId: string; hash: string } | null {
  const [, tenant] = FORM.exec(key) ?? [];
  if (!tenant) return null;
  const hex = Buffer.from(tenant, "base64url").toString("hex");
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { tenantId, hash: hashOfSecret(key) };
}
