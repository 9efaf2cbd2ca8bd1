import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { dataKeys } from "@/db/schema";
import { withSystem } from "@/db/system";
import type { Transaction } from "@/db/transaction";
import { newId } from "@/lib/ids";
import { decrypt, encrypt } from "./cipher";
import { masterKey } from "./master";

const MOST_CACHED = 1_000;
const cache = new Map<string, KeyObject>();

/** Gives a new tenant its data key, in the transaction that makes the tenant. */
export async function createTenantKey(tx: Transaction, tenantId: string): Promise<void> {
  const { key, id: masterKeyId } = masterKey();
  const id = newId();
  const wrapped = encrypt(key, randomBytes(32), contextOf(tenantId, id));
  await tx.insert(dataKeys).values({ id, tenantId, wrapped, masterKeyId });
}

/** Seals with the tenant's data key. `context` is `table|column|row`. */
export async function sealForTenant(tenantId: string, plain: Buffer | string, context: string): Promise<Buffer> {
  return encrypt(await tenantKey(tenantId), plain, `${tenantId}|${context}`);
}

export async function openForTenant(tenantId: string, sealed: Buffer, context: string): Promise<Buffer> {
  return decrypt(await tenantKey(tenantId), sealed, `${tenantId}|${context}`);
}

/** For many values at once: the key is fetched once, each seal is then synchronous. */
export async function tenantSealer(tenantId: string): Promise<(plain: Buffer | string, context: string) => Buffer> {
  const key = await tenantKey(tenantId);
  return (plain, context) => encrypt(key, plain, `${tenantId}|${context}`);
}

async function tenantKey(tenantId: string): Promise<KeyObject> {
  const known = cache.get(tenantId);
  if (known) return known;
  const [row] = await withSystem((tx) =>
    tx
      .select()
      .from(dataKeys)
      .where(and(eq(dataKeys.tenantId, tenantId), isNull(dataKeys.retiredAt))),
  );
  if (!row) throw new Error("This tenant has no data key.");
  if (row.masterKeyId !== masterKey().id) {
    throw new Error("PARLEY_MASTER_KEY is not the key that this tenant's data was sealed with.");
  }
  const key = createSecretKey(decrypt(masterKey().key, row.wrapped, contextOf(tenantId, row.id)));
  if (cache.size >= MOST_CACHED) cache.delete(cache.keys().next().value ?? "");
  cache.set(tenantId, key);
  return key;
}

function contextOf(tenantId: string, keyId: string): string {
  return `${tenantId}|data_keys|wrapped|${keyId}`;
}
