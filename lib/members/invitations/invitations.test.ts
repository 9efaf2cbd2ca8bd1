import { describe, expect, it } from "vitest";
import { signIn } from "@/lib/auth";
import { undoSecondsAtFirst } from "@/lib/auth/types";
import { limits } from "@/lib/limits";
import { listKeptMails } from "@/lib/mail";
import {
  acceptInvitation,
  createInvitation,
  editMe,
  editMember,
  inviteMember,
  listInvitations,
  readInvitation,
  revokeInvitation,
} from "@/lib/members";
import { suspendTenant } from "@/lib/tenants";
import { ownerQuery } from "@/test/database";
import { makeTenant, password, type TestPerson, type TestTenant } from "@/test/factories";

const from = { address: "192.0.2.1", userAgent: null };
const newPassword = "seven green bicycles";
let last = 0;
const freshEmail = () => {
  last += 1;
  return `new-${last}@example.test`;
};

async function invite(actor: TestPerson, wanted: Partial<Parameters<typeof inviteMember>[1]> = {}) {
  const { invitation, link } = await createInvitation(actor, {
    email: freshEmail(),
    role: "agent",
    departmentIds: [],
    ...wanted,
  });
  return { ...invitation, token: new URL(link).pathname.split("/").at(-1) ?? "" };
}

const membersOf = ({ tenantId }: Pick<TestTenant, "tenantId">, email: string) =>
  ownerQuery<{ id: string; role: string; status: string; undo_seconds: number }>(
    "select id, role, status, undo_seconds from members where tenant_id = $1 and email = $2",
    [tenantId, email],
  );
const spent = { code: "link_spent" };

describe("an invitation", () => {
  it("brings somebody new into the workspace, with role and departments, once", async () => {
    const tenant = await makeTenant();
    const { email, token } = await invite(tenant.admin, { departmentIds: [tenant.departments[1].id] });
    expect(await readInvitation(token)).toEqual({ workspace: tenant.name, email, role: "agent" });
    expect(await acceptInvitation({ token, name: "Ada", password: newPassword }, from)).toEqual({
      slug: tenant.slug,
      email,
    });
    const [member] = await membersOf(tenant, email);
    expect(member).toMatchObject({ role: "agent", status: "active", undo_seconds: undoSecondsAtFirst });
    const departments = await ownerQuery("select department_id from department_members where member_id = $1", [
      member?.id,
    ]);
    expect(departments).toEqual([{ department_id: tenant.departments[1].id }]);
    expect(await signIn({ email, password: newPassword }, from)).toHaveProperty("sessionId");
    await expect(acceptInvitation({ token, name: "Eve", password: newPassword }, from)).rejects.toMatchObject(spent);
    const events = await ownerQuery("select type from events where tenant_id = $1 order by seq", [tenant.tenantId]);
    expect(events).toEqual([{ type: "member.invited" }, { type: "member.joined" }]);
  });

  it("is mailed, and the inviter does not see the link: whoever follows it has shown whose address it is", async () => {
    const { admin } = await makeTenant({ name: "Flower shop" });
    const email = freshEmail();
    const { link, invitation } = await inviteMember(admin, { email, role: "agent", departmentIds: [] });
    expect(invitation).toMatchObject({ email, role: "agent" });
    expect(link).toBeNull();
    const mail = (await listKeptMails()).find(({ to }) => to === email);
    expect(mail?.subject).toBe("Join Flower shop on Parley");
    const [, token = ""] = /\/invitations\/(\S+)/.exec(mail?.text ?? "") ?? [];
    expect(await readInvitation(token)).toEqual({ workspace: "Flower shop", email, role: "agent" });
  });

  it("is written in the language of whoever invites", async () => {
    const { admin } = await makeTenant({ name: "Floristería" });
    await editMe(admin, { locale: "es" });
    const email = freshEmail();
    await inviteMember(admin, { email, role: "agent", departmentIds: [] });
    const mail = (await listKeptMails()).find(({ to }) => to === email);
    expect(mail?.subject).toBe("Únete a Floristería en Parley");
  });

  it("reaches one address so often only, whichever workspaces invite it", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const email = freshEmail();
    for (let at = 0; at < limits.inviteRecipient.burst; at += 1)
      await invite(at % 2 ? one.admin : other.admin, { email });
    await expect(invite(one.admin, { email: email.toUpperCase() })).rejects.toMatchObject({ kind: "limit_reached" });
    await invite(one.admin);
  });

  it("of somebody who has an account needs its password, and survives a wrong one", async () => {
    const [tenant, { agent }] = [await makeTenant(), await makeTenant()];
    const { token } = await invite(tenant.admin, { email: agent.email.toUpperCase() });
    const shown = await readInvitation(token);
    expect(shown).toEqual({ workspace: tenant.name, email: agent.email, role: "agent" });
    const wrong = acceptInvitation({ token, password: "not the password" }, from);
    await expect(wrong).rejects.toMatchObject({ code: "wrong_password", fields: [{ path: "password" }] });
    await acceptInvitation({ token, password }, from);
    expect(await membersOf(tenant, agent.email)).toMatchObject([{ role: "agent" }]);
  });

  it("accepted twice at once makes one member", async () => {
    const tenant = await makeTenant();
    const { email, token } = await invite(tenant.admin);
    const accept = () => acceptInvitation({ token, name: "Ada", password: newPassword }, from);
    const outcomes = await Promise.allSettled([accept(), accept()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await membersOf(tenant, email)).toHaveLength(1);
  });

  it("brings back a member who had left as the same one, with the new role", async () => {
    const tenant = await makeTenant();
    const { owner, agent } = tenant;
    await editMember(owner, { memberId: agent.id, status: "deactivated" });
    const { token } = await invite(owner, { email: agent.email, role: "manager" });
    await acceptInvitation({ token, password }, from);
    expect(await membersOf(tenant, agent.email)).toMatchObject([{ id: agent.id, role: "manager", status: "active" }]);
  });

  it("gives a member who comes back its departments and none of before", async () => {
    const tenant = await makeTenant();
    const { owner, agent, departments } = tenant;
    await editMember(owner, { memberId: agent.id, status: "deactivated" });
    const { token } = await invite(owner, { email: agent.email, departmentIds: [departments[1].id] });
    await acceptInvitation({ token, password }, from);
    const held = await ownerQuery("select department_id from department_members where member_id = $1", [agent.id]);
    expect(agent.departmentIds).toEqual([departments[0].id]);
    expect(held).toEqual([{ department_id: departments[1].id }]);
  });

  it("is not made for somebody who is a member", async () => {
    const { admin, agent } = await makeTenant();
    await expect(invite(admin, { email: agent.email })).rejects.toMatchObject({ code: "already_member" });
  });

  it("ends when it is withdrawn, replaced or a week old", async () => {
    const { admin } = await makeTenant();
    const withdrawn = await invite(admin);
    await revokeInvitation(admin, { invitationId: withdrawn.id });
    const replaced = await invite(admin);
    await invite(admin, { email: replaced.email });
    const old = await invite(admin);
    await ownerQuery("update tokens set expires_at = expires_at - interval '7 days' where id = $1", [old.id]);
    for (const { token } of [withdrawn, replaced, old]) {
      expect(await readInvitation(token)).toBeNull();
      await expect(acceptInvitation({ token, name: "Ada", password: newPassword }, from)).rejects.toMatchObject(spent);
    }
    const { items } = await listInvitations(admin, { limit: 50 });
    expect(items.map(({ email }) => email)).toEqual([replaced.email]);
  });

  it("to a suspended workspace is refused with the reason, and kept", async () => {
    const { admin, slug } = await makeTenant();
    const { token } = await invite(admin);
    await suspendTenant(slug);
    const attempt = acceptInvitation({ token, name: "Ada", password: newPassword }, from);
    await expect(attempt).rejects.toMatchObject({ code: "workspace_suspended" });
    expect(await readInvitation(token)).not.toBeNull();
  });

  it.each([{}, { name: "Ada", password: "1234567890" }])(
    "with %o is refused beside the field, and kept",
    async (typed) => {
      const { admin } = await makeTenant();
      const { token } = await invite(admin);
      const attempt = acceptInvitation({ token, password: newPassword, ...typed }, from);
      await expect(attempt).rejects.toMatchObject({
        kind: "invalid",
        fields: [{ path: "name" in typed ? "password" : "name" }],
      });
      expect(await readInvitation(token)).not.toBeNull();
    },
  );

  it("for an owner is made and withdrawn by owners only", async () => {
    const { owner, admin } = await makeTenant();
    await expect(invite(admin, { role: "owner" })).rejects.toMatchObject({ kind: "forbidden" });
    const { id, token } = await invite(owner, { role: "owner" });
    await expect(revokeInvitation(admin, { invitationId: id })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await readInvitation(token)).not.toBeNull();
  });

  it("of another workspace is neither listed nor withdrawn, and names no department of one", async () => {
    const [one, other] = [await makeTenant(), await makeTenant()];
    const { id, token } = await invite(one.admin);
    expect((await listInvitations(other.owner, { limit: 50 })).items).toEqual([]);
    await expect(revokeInvitation(other.owner, { invitationId: id })).rejects.toMatchObject({ kind: "not_found" });
    expect(await readInvitation(token)).not.toBeNull();
    const foreign = invite(one.admin, { departmentIds: [other.departments[0].id] });
    await expect(foreign).rejects.toMatchObject({ code: "department_not_found" });
  });

  it.each(["manager", "agent"] as const)("is not for a %s to make, list or withdraw", async (name) => {
    const { [name]: person } = await makeTenant();
    await expect(invite(person)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listInvitations(person, { limit: 50 })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(revokeInvitation(person, { invitationId: crypto.randomUUID() })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
