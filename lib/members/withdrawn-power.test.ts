import { describe, expect, it } from "vitest";
import {
  actorOfApiKey,
  createApiKey,
  listApiKeys,
  type Permission,
  type Role,
  revokeApiKey,
  systemActor,
} from "@/lib/auth";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant, type TestPerson, type TestTenant } from "@/test/factories";
import { acceptInvitation, createInvitation, editMember, listInvitations, readInvitation } from "./index";

const from = { address: "192.0.2.1", userAgent: null };
let last = 0;

async function invite(actor: Parameters<typeof createInvitation>[0], role: Role = "agent") {
  last += 1;
  const { invitation, link } = await createInvitation(actor, {
    email: `new-${last}@example.test`,
    role,
    departmentIds: [],
  });
  return { id: invitation.id, token: new URL(link).pathname.split("/").at(-1) ?? "" };
}

const makeKey = async (actor: Parameters<typeof createApiKey>[0], role: Role, scopes: Permission[] | null = null) => {
  const { key, apiKey } = await createApiKey(actor, { name: role, role, scopes });
  return { id: apiKey.id, actor: await actorOfApiKey(key), ask: () => actorOfApiKey(key) };
};

const open = async ({ owner }: TestTenant) =>
  (await listInvitations(owner, { limit: 50 })).items.map(({ id }) => id).sort();
const keysIn = async ({ owner }: TestTenant) =>
  (await listApiKeys(owner, { limit: 50 })).items.map(({ id }) => id).sort();
const join = (token: string) => acceptInvitation({ token, name: "Eve", password: "seven green bicycles" }, from);

/** As if the change had happened where nothing is withdrawn with it. */
const change = ({ id }: Pick<TestPerson, "id">, assignment: string) =>
  ownerQuery(`update members set ${assignment} where id = $1`, [id]);

const spent = { code: "link_spent" };
const revoked = { code: "api_key_revoked" };

describe("a member who is deactivated", () => {
  it("leaves no keys and no invitations behind, also none made with the keys; others keep theirs", async () => {
    const tenant = await makeTenant();
    const { owner, admin } = tenant;
    const [high, low] = [await makeKey(admin, "admin"), await makeKey(admin, "agent", ["contacts.read"])];
    const second = await makeKey(high.actor, "admin");
    await Promise.all([invite(admin), invite(high.actor, "admin"), invite(second.actor)]);
    const kept = { key: await makeKey(owner, "admin"), invitation: await invite(owner) };
    await editMember(owner, { memberId: admin.id, status: "deactivated" });
    for (const { ask } of [high, low, second]) await expect(ask()).rejects.toMatchObject(revoked);
    expect(await keysIn(tenant)).toEqual([kept.key.id]);
    expect(await open(tenant)).toEqual([kept.invitation.id]);
  });

  it("makes no key meanwhile that is missed", async () => {
    const tenant = await makeTenant();
    const { owner, admin } = tenant;
    const attempts = Array.from({ length: 4 }, () => createApiKey(admin, { name: "x", role: "admin", scopes: null }));
    await Promise.allSettled([...attempts, editMember(owner, { memberId: admin.id, status: "deactivated" })]);
    expect(await keysIn(tenant)).toEqual([]);
    const later = createApiKey(admin, { name: "x", role: "agent", scopes: null });
    await expect(later).rejects.toMatchObject({ kind: "forbidden", code: "member_deactivated" });
  });

  it("keeps everything when the change itself is refused", async () => {
    const tenant = await makeTenant();
    const { owner, admin } = tenant;
    const [{ id: keyId }, { id: invitationId }] = [await makeKey(admin, "admin"), await invite(admin)];
    const other = await makeTenant();
    const departmentIds = [other.departments[0].id];
    const attempt = editMember(owner, { memberId: admin.id, status: "deactivated", departmentIds });
    await expect(attempt).rejects.toMatchObject({ code: "department_not_found" });
    expect([await keysIn(tenant), await open(tenant)]).toEqual([[keyId], [invitationId]]);
  });

  it("has it written into the audit what went", async () => {
    const { owner, admin } = await makeTenant();
    const [key, invitation] = [await makeKey(admin, "admin"), await invite(admin)];
    await editMember(owner, { memberId: admin.id, status: "deactivated" });
    const [entry] = await ownerQuery<{ details: unknown }>(
      "select details from audit where tenant_id = $1 order by seq desc limit 1",
      [owner.tenantId],
    );
    expect(entry?.details).toMatchObject({ revokedKeys: [key.id], withdrawnInvitations: [invitation.id] });
  });
});

describe("a member whose role is lowered", () => {
  it("from owner to admin keeps what an admin may make, and no more", async () => {
    const tenant = await makeTenant();
    const second = await makeMember(tenant, { role: "owner", name: "second" });
    const [high, kept] = [await makeKey(second, "owner"), await makeKey(second, "admin")];
    await invite(second, "owner");
    await invite(high.actor, "agent");
    const invitation = await invite(second, "admin");
    await editMember(tenant.owner, { memberId: second.id, role: "admin" });
    await expect(high.ask()).rejects.toMatchObject(revoked);
    expect(await keysIn(tenant)).toEqual([kept.id]);
    expect(await open(tenant)).toEqual([invitation.id]);
  });

  it("from admin to manager has no invitations any more, and only keys of a manager or less", async () => {
    const tenant = await makeTenant();
    const { owner, admin } = tenant;
    const high = await makeKey(admin, "admin", ["contacts.read"]);
    const low = [await makeKey(admin, "manager"), await makeKey(admin, "agent")].map(({ id }) => id).sort();
    await invite(admin, "agent");
    await editMember(owner, { memberId: admin.id, role: "manager" });
    await expect(high.ask()).rejects.toMatchObject(revoked);
    expect([await keysIn(tenant), await open(tenant)]).toEqual([low, []]);
  });
});

describe("a key that is revoked", () => {
  it("leaves none of its invitations behind, and the others", async () => {
    const tenant = await makeTenant();
    const [one, other] = [await makeKey(tenant.admin, "admin"), await makeKey(tenant.admin, "admin")];
    const { token } = await invite(one.actor);
    const kept = [await invite(other.actor), await invite(tenant.admin)].map(({ id }) => id).sort();
    await revokeApiKey(tenant.owner, { keyId: one.id });
    expect(await open(tenant)).toEqual(kept);
    await expect(join(token)).rejects.toMatchObject(spent);
  });
});

describe("an invitation is not accepted when meanwhile", () => {
  it.each(["status = 'deactivated'", "role = 'manager'"])("its inviter has %s", async (assignment) => {
    const { admin } = await makeTenant();
    const { token } = await invite(admin);
    await change(admin, assignment);
    expect(await readInvitation(token)).toBeNull();
    await expect(join(token)).rejects.toMatchObject(spent);
  });

  it("its inviter may no longer make owners", async () => {
    const { owner } = await makeTenant();
    const [owners, agents] = [await invite(owner, "owner"), await invite(owner)];
    await change(owner, "role = 'admin'");
    await expect(join(owners.token)).rejects.toMatchObject(spent);
    expect(await join(agents.token)).toHaveProperty("slug");
  });

  it("the key that made it was revoked", async () => {
    const { admin } = await makeTenant();
    const key = await makeKey(admin, "admin");
    const { token } = await invite(key.actor);
    expect(await readInvitation(token)).not.toBeNull();
    await ownerQuery("update api_keys set revoked_at = now() where id = $1", [key.id]);
    await expect(join(token)).rejects.toMatchObject(spent);
  });
});

it("an invitation of the operator needs no member behind it", async () => {
  const { tenantId } = await makeTenant();
  const { token } = await invite(systemActor(tenantId, "operator"), "owner");
  expect(await join(token)).toHaveProperty("slug");
});

describe("a key with scopes", () => {
  const scoped = { kind: "forbidden", code: "key_has_scopes" };

  it("gives nobody a role: neither by an invitation, nor by a change, nor by letting somebody back in", async () => {
    const { owner, agent, agent2 } = await makeTenant();
    const { actor } = await makeKey(owner, "admin", ["members.manage", "members.read"]);
    await expect(invite(actor)).rejects.toMatchObject({
      ...scoped,
      nextStep: expect.stringContaining("without scopes"),
    });
    await expect(editMember(actor, { memberId: agent.id, role: "admin" })).rejects.toMatchObject(scoped);
    await editMember(owner, { memberId: agent2.id, status: "deactivated" });
    await expect(editMember(actor, { memberId: agent2.id, status: "active" })).rejects.toMatchObject(scoped);
  });

  it("still changes what gives no role", async () => {
    const { owner, agent } = await makeTenant();
    const { actor } = await makeKey(owner, "admin", ["members.manage"]);
    const same = await editMember(actor, { memberId: agent.id, role: "agent", visibility: "own" });
    expect(same).toMatchObject({ role: "agent", visibility: "own" });
    expect(await editMember(actor, { memberId: agent.id, status: "deactivated" })).toMatchObject({
      status: "deactivated",
    });
  });

  it("is needed by nobody who has a whole one: that invites and changes roles", async () => {
    const { owner, agent } = await makeTenant();
    const { actor } = await makeKey(owner, "admin");
    await invite(actor, "admin");
    expect(await editMember(actor, { memberId: agent.id, role: "manager" })).toMatchObject({ role: "manager" });
    await expect(invite(actor, "owner")).rejects.toMatchObject({ code: "permission_missing" });
  });
});

it("a key made by a key belongs to the same member, and does not stand above them", async () => {
  const { admin, owner } = await makeTenant();
  const { actor } = await makeKey(admin, "admin");
  const { apiKey } = await createApiKey(actor, { name: "b", role: "agent", scopes: null });
  expect(apiKey.createdBy).toBe(admin.name);
  const listed = (await listApiKeys(owner, { limit: 50 })).items.find(({ id }) => id === apiKey.id);
  expect(listed?.createdBy).toBe(admin.name);
  await change(admin, "role = 'manager'");
  const attempt = createApiKey(actor, { name: "c", role: "admin", scopes: null });
  await expect(attempt).rejects.toMatchObject({ kind: "forbidden", code: "role_too_high" });
});
