import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import { ownerQuery } from "@/test/database";
import { decrypt, encrypt } from "./cipher";
import { createTenantKey, ensureMasterKeyIsTheSame, openForTenant, sealForTenant } from "./index";

async function tenantWithKey(): Promise<string> {
  const tenantId = newId();
  await ownerQuery("insert into tenants (id, slug, name) values ($1, $2, 'Test')", [
    tenantId,
    `v-${tenantId.slice(-12)}`,
  ]);
  await withSystem((tx) => createTenantKey(tx, tenantId));
  return tenantId;
}

test("a sealed value opens in its place and nowhere else", () => {
  const key = randomBytes(32);
  const sealed = encrypt(key, "token", "t|channels|token|1");
  expect(decrypt(key, sealed, "t|channels|token|1").toString()).toBe("token");
  expect(() => decrypt(key, sealed, "t|channels|token|2")).toThrow();
  expect(() => decrypt(randomBytes(32), sealed, "t|channels|token|1")).toThrow();
});

test("a changed byte anywhere is noticed", () => {
  const key = randomBytes(32);
  const sealed = encrypt(key, "secret", "here");
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => decrypt(key, changed, "here")).toThrow();
  }
});

test("the same value is never sealed to the same bytes twice", () => {
  const key = randomBytes(32);
  expect(encrypt(key, "x", "c").equals(encrypt(key, "x", "c"))).toBe(false);
});

test("what one tenant sealed no other tenant's key opens", async () => {
  const [a, b] = [await tenantWithKey(), await tenantWithKey()];
  const sealed = await sealForTenant(a, "secret of a", "channels|token_sealed|1");
  expect((await openForTenant(a, sealed, "channels|token_sealed|1")).toString()).toBe("secret of a");
  await expect(openForTenant(b, sealed, "channels|token_sealed|1")).rejects.toThrow();
});

test("the database holds no data key in clear", async () => {
  const tenantId = await tenantWithKey();
  const [row] = await ownerQuery<{ wrapped: Buffer }>("select wrapped from data_keys where tenant_id = $1", [tenantId]);
  expect(row?.wrapped.length).toBe(1 + 12 + 32 + 16);
});

test("a database that was sealed with another master key is told from ours, by the name of the variable", async () => {
  const tenantId = await tenantWithKey();
  await ensureMasterKeyIsTheSame();
  const wrapWith = (id: string) =>
    ownerQuery<{ before: string }>(
      "update data_keys set master_key_id = $2 where tenant_id = $1 returning old.master_key_id as before",
      [tenantId, id],
    );
  const [ours] = await wrapWith("0123456789abcdef");
  await expect(ensureMasterKeyIsTheSame()).rejects.toThrow("PARLEY_MASTER_KEY is not the key");
  await ownerQuery("update data_keys set retired_at = now() where tenant_id = $1", [tenantId]);
  await ensureMasterKeyIsTheSame();
  await wrapWith(ours?.before ?? "");
});
