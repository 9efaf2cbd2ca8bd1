import { describe, expect, it } from "vitest";
import { limits } from "@/lib/limits";
import { closeTenant } from "@/lib/tenants";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { type Actor, actorOfApiKey, createApiKey, listApiKeys, revokeApiKey } from "./index";

const forbidden = { kind: "forbidden" };

describe("an API key", () => {
  it("is its role in its workspace, and is not kept in clear", async () => {
    const { admin, tenantId } = await makeTenant();
    const { key, apiKey } = await createApiKey(admin, { name: "Shop", role: "manager", scopes: null });
    expect(key).toMatch(/^parley_[\w-]{65}$/);
    expect(await actorOfApiKey(key)).toEqual({
      tenantId,
      kind: "api_key",
      id: apiKey.id,
      name: "Shop",
      role: "manager",
      visibility: "all",
      departmentIds: [],
      scopes: null,
    });
    const rows = await ownerQuery("select * from api_keys where tenant_id = $1", [tenantId]);
    expect(JSON.stringify(rows)).not.toContain(key.slice(30));
  });

  it("is listed with its last use, and is gone from the list and refused once revoked", async () => {
    const { admin } = await makeTenant();
    const { key, apiKey } = await createApiKey(admin, { name: "Shop", role: "agent", scopes: ["contacts.read"] });
    expect((await listApiKeys(admin, { limit: 50 })).items).toEqual([{ ...apiKey, createdBy: admin.name }]);
    await actorOfApiKey(key);
    const [used] = (await listApiKeys(admin, { limit: 50 })).items;
    expect(used?.lastUsedAt).not.toBeNull();
    await revokeApiKey(admin, { keyId: apiKey.id });
    await expect(actorOfApiKey(key)).rejects.toMatchObject({ kind: "unauthenticated", code: "api_key_revoked" });
    expect((await listApiKeys(admin, { limit: 50 })).items).toEqual([]);
  });

  it("lists in pages, each key once", async () => {
    const { admin } = await makeTenant();
    for (const name of ["one", "two", "three"]) await createApiKey(admin, { name, role: "agent", scopes: null });
    const first = await listApiKeys(admin, { limit: 2 });
    const second = await listApiKeys(admin, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(["one", "three", "two"]);
    expect(second.nextCursor).toBeNull();
    await expect(listApiKeys(admin, { limit: 2, cursor: "nonsense" })).rejects.toMatchObject({
      code: "invalid_cursor",
    });
  });

  it.each(["", "parley_", "parley_x", `parley_${"A".repeat(65)}`, `parley_${"!".repeat(65)}`])(
    "like %j is not known",
    async (key) => {
      await expect(actorOfApiKey(key)).rejects.toMatchObject({ kind: "unauthenticated", code: "api_key_unknown" });
    },
  );

  it("does not work with another workspace written into it", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const mine = await createApiKey(one.admin, { name: "a", role: "admin", scopes: null });
    const theirs = await createApiKey(other.admin, { name: "b", role: "admin", scopes: null });
    const mixed = theirs.key.slice(0, 29) + mine.key.slice(29);
    await expect(actorOfApiKey(mixed)).rejects.toMatchObject({ code: "api_key_unknown" });
  });

  it("of a closed workspace is refused with the reason", async () => {
    const { admin, slug } = await makeTenant();
    const { key } = await createApiKey(admin, { name: "a", role: "admin", scopes: null });
    await closeTenant(slug);
    await expect(actorOfApiKey(key)).rejects.toMatchObject({ kind: "forbidden", code: "workspace_closed" });
  });

  it("that asks too often is told when to come back", async () => {
    const { admin } = await makeTenant();
    const { key } = await createApiKey(admin, { name: "a", role: "admin", scopes: null });
    await actorOfApiKey(key);
    const fullMs = limits.apiKey.everyMs * limits.apiKey.burst + 60_000;
    await ownerQuery("update rate_limits set arrives_at = now() + $1 * interval '1 ms' where key like 'apiKey:%'", [
      fullMs,
    ]);
    const refused = await actorOfApiKey(key).catch((error) => error);
    expect(refused).toMatchObject({ kind: "limit_reached" });
    expect(refused.retryAfterSeconds).toBeGreaterThan(55);
  });

  it("of another workspace is neither listed nor revoked", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const { apiKey, key } = await createApiKey(one.admin, { name: "a", role: "admin", scopes: null });
    expect((await listApiKeys(other.owner, { limit: 50 })).items).toEqual([]);
    await expect(revokeApiKey(other.owner, { keyId: apiKey.id })).rejects.toMatchObject({ kind: "not_found" });
    expect(await actorOfApiKey(key)).toMatchObject({ id: apiKey.id });
  });

  it("of an owner is made and revoked by owners only", async () => {
    const { owner, admin } = await makeTenant();
    await expect(createApiKey(admin, { name: "a", role: "owner", scopes: null })).rejects.toMatchObject(forbidden);
    const { apiKey } = await createApiKey(owner, { name: "a", role: "owner", scopes: null });
    await expect(revokeApiKey(admin, { keyId: apiKey.id })).rejects.toMatchObject(forbidden);
    await revokeApiKey(owner, { keyId: apiKey.id });
  });

  it("makes no key that may do more than itself", async () => {
    const { admin } = await makeTenant();
    const narrow = await createApiKey(admin, { name: "a", role: "admin", scopes: ["apiKeys.manage", "contacts.read"] });
    const actor: Actor = await actorOfApiKey(narrow.key);
    await expect(createApiKey(actor, { name: "b", role: "admin", scopes: null })).rejects.toMatchObject(forbidden);
    await expect(createApiKey(actor, { name: "b", role: "admin", scopes: ["events.read"] })).rejects.toMatchObject(
      forbidden,
    );
    expect(await createApiKey(actor, { name: "b", role: "admin", scopes: ["contacts.read"] })).toHaveProperty("key");
  });

  it.each(["manager", "agent"] as const)("is not for a %s to make, list or revoke", async (name) => {
    const { [name]: person } = await makeTenant();
    await expect(createApiKey(person, { name: "a", role: "agent", scopes: null })).rejects.toMatchObject(forbidden);
    await expect(listApiKeys(person, { limit: 50 })).rejects.toMatchObject(forbidden);
    await expect(revokeApiKey(person, { keyId: crypto.randomUUID() })).rejects.toMatchObject(forbidden);
  });
});
