import { describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant } from "@/test/factories";
import { editMe, editMember, listMembers, readMe } from "./index";

const forbidden = { kind: "forbidden", code: "permission_missing" };

describe("a member", () => {
  it("gets a role with what it usually sees, unless that is said as well", async () => {
    const { admin, agent, agent2 } = await makeTenant();
    expect(await editMember(admin, { memberId: agent.id, role: "manager" })).toMatchObject({ visibility: "all" });
    expect(await editMember(admin, { memberId: agent.id, role: "agent" })).toMatchObject({ visibility: "department" });
    const kept = await editMember(admin, { memberId: agent2.id, role: "manager", visibility: "own" });
    expect(kept).toMatchObject({ role: "manager", visibility: "own" });
  });

  it("gets departments, and keeps them when they are not named", async () => {
    const { admin, agent, departments } = await makeTenant();
    const both = departments.map(({ id }) => id).sort();
    const edited = await editMember(admin, { memberId: agent.id, departmentIds: [...both, both[0] ?? ""] });
    expect(edited.departmentIds).toEqual(both);
    expect((await editMember(admin, { memberId: agent.id, visibility: "own" })).departmentIds).toEqual(both);
    expect((await editMember(admin, { memberId: agent.id, departmentIds: [] })).departmentIds).toEqual([]);
  });

  it("does not get a department of another workspace, and nothing changes", async () => {
    const [{ admin, agent }, other] = [await makeTenant(), await makeTenant()];
    const attempt = editMember(admin, { memberId: agent.id, role: "admin", departmentIds: [other.departments[0].id] });
    await expect(attempt).rejects.toMatchObject({ code: "department_not_found" });
    const { items } = await listMembers(admin, { limit: 100 });
    expect(items.find(({ id }) => id === agent.id)).toMatchObject({
      role: "agent",
      departmentIds: agent.departmentIds,
    });
  });

  it("of another workspace is not found", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const attempt = editMember(one.owner, { memberId: other.agent.id, status: "deactivated" });
    await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
  });

  it.each(["manager", "agent"] as const)("is not edited by a %s", async (name) => {
    const tenant = await makeTenant();
    const attempt = editMember(tenant[name], { memberId: tenant[name].id, role: "admin" });
    await expect(attempt).rejects.toMatchObject(forbidden);
  });

  it("that changed is told to the event log and the audit", async () => {
    const { admin, agent } = await makeTenant();
    await editMember(admin, { memberId: agent.id, role: "manager" });
    const [event] = await ownerQuery("select type, actor, member_id, payload from events where tenant_id = $1", [
      admin.tenantId,
    ]);
    expect(event).toMatchObject({ type: "member.changed", actor: `member:${admin.id}`, member_id: agent.id });
    const [entry] = await ownerQuery<{ details: unknown }>("select details from audit where tenant_id = $1", [
      admin.tenantId,
    ]);
    expect(entry?.details).toMatchObject({ before: { role: "agent" }, after: { role: "manager" } });
    expect(await verifyAudit(admin)).toMatchObject({ entries: 1, brokenAt: null });
  });
});

describe("an owner", () => {
  it("is touched and made by owners only", async () => {
    const { owner, admin, agent } = await makeTenant();
    const attempts = [
      { memberId: owner.id, status: "deactivated" },
      { memberId: owner.id, departmentIds: [] },
      { memberId: agent.id, role: "owner" },
      { memberId: admin.id, role: "owner" },
    ] as const;
    for (const { ...input } of attempts) {
      await expect(editMember(admin, { ...input, departmentIds: undefined })).rejects.toMatchObject(forbidden);
    }
    expect(await editMember(owner, { memberId: agent.id, role: "owner" })).toMatchObject({ role: "owner" });
  });

  it.each([{ role: "admin" }, { status: "deactivated" }] as const)(
    "who is the last cannot become %o",
    async (change) => {
      const { owner } = await makeTenant();
      const attempt = editMember(owner, { memberId: owner.id, ...change });
      await expect(attempt).rejects.toMatchObject({ kind: "conflict", code: "last_owner" });
    },
  );

  it("always remains when two remove each other at once", async () => {
    const tenant = await makeTenant();
    const second = await makeMember(tenant, { role: "owner", name: "second" });
    const outcomes = await Promise.allSettled([
      editMember(tenant.owner, { memberId: second.id, status: "deactivated" }),
      editMember(second, { memberId: tenant.owner.id, status: "deactivated" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the list of members", () => {
  it("goes by name in pages, each once, with availability", async () => {
    const { agent, tenantId } = await makeTenant();
    await ownerQuery("insert into availability (tenant_id, member_id, state, since) values ($1, $2, 'break', now())", [
      tenantId,
      agent.id,
    ]);
    const first = await listMembers(agent, { limit: 3 });
    const second = await listMembers(agent, { limit: 3, cursor: first.nextCursor ?? "" });
    const all = [...first.items, ...second.items];
    expect(all.map(({ name }) => name)).toEqual(["admin", "agent", "agent2", "manager", "owner"]);
    expect(second.nextCursor).toBeNull();
    expect(all.map(({ availability }) => availability)).toEqual(["offline", "break", "offline", "offline", "offline"]);
  });
});

describe("one's own account", () => {
  it("tells who is asking, what they may do and which workspaces they have", async () => {
    const { agent, slug, name } = await makeTenant();
    const me = await readMe(agent);
    expect(me).toMatchObject({ kind: "member", id: agent.id, role: "agent", workspace: { slug, name } });
    expect(me.profile).toMatchObject({ email: agent.email, workspaces: [{ slug, name, status: "active" }] });
    expect(me.permissions).toContain("conversations.answer");
    expect(me.permissions).not.toContain("contacts.erase");
  });

  it("shows a new name in each workspace", async () => {
    const { agent } = await makeTenant();
    const other = await makeTenant();
    const joined = await makeMember(other, { role: "agent" });
    await ownerQuery("update members set user_id = $1 where id = $2", [agent.userId, joined.id]);
    const edited = await editMe(agent, { name: "Ada Lovelace", theme: "dark", timeZone: "Europe/London" });
    expect(edited).toMatchObject({ name: "Ada Lovelace", profile: { theme: "dark", timeZone: "Europe/London" } });
    const names = await ownerQuery("select name from members where user_id = $1", [agent.userId]);
    expect(names).toEqual([{ name: "Ada Lovelace" }, { name: "Ada Lovelace" }]);
  });

  it("is not there for an API key", async () => {
    const { tenantId, slug } = await makeTenant();
    const key = { tenantId, kind: "api_key", id: crypto.randomUUID(), name: "Shop", role: "admin" } as const;
    const actor = { ...key, visibility: "all", departmentIds: [], scopes: null } as const;
    expect(await readMe({ ...actor, departmentIds: [] })).toMatchObject({
      kind: "api_key",
      profile: null,
      workspace: { slug },
    });
    await expect(editMe({ ...actor, departmentIds: [] }, { name: "x" })).rejects.toMatchObject({
      code: "members_only",
    });
  });
});
