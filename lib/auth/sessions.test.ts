import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { withSystem } from "@/db/system";
import { editMember } from "@/lib/members";
import { suspendTenant } from "@/lib/tenants";
import { ownerQuery } from "@/test/database";
import { makeMember, makeTenant, password, type TestPerson } from "@/test/factories";
import {
  type Actor,
  actorOfSession,
  changePassword,
  createResetLink,
  createSession,
  dropExpired,
  endSession,
  listMySessions,
  nobody,
  readResetLink,
  revokeSession,
  sessionIdFromCookie,
  sessionOf,
  sessionSecret,
  signOutEverywhere,
} from "./index";

const start = (person: TestPerson) => withSystem((tx) => createSession(tx, person.userId, nobody));

async function signedIn() {
  const tenant = await makeTenant();
  const sessionId = await start(tenant.agent);
  const asker: Actor = await actorOfSession(sessionId, tenant.slug);
  return { ...tenant, sessionId, asker };
}

const ended = { kind: "unauthenticated", code: "session_ended" };

describe("a session", () => {
  it("is its member in the workspace, with role, visibility and departments", async () => {
    const { agent, asker, sessionId, departments } = await signedIn();
    const { userId: _user, email: _email, ...actor } = agent;
    expect(asker).toEqual({ ...actor, sessionId, departmentIds: [departments[0].id] });
  });

  it("is nobody in a workspace of others, nor in one that does not exist: the same answer", async () => {
    const { sessionId } = await signedIn();
    const { slug } = await makeTenant();
    const missing = { kind: "not_found", code: "workspace_not_found" };
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject(missing);
    await expect(actorOfSession(sessionId, "no-such-workspace")).rejects.toMatchObject(missing);
  });

  it("that is signed out is refused at once", async () => {
    const { sessionId, slug } = await signedIn();
    await endSession(sessionId);
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject(ended);
    expect(await sessionOf(sessionId)).toBeNull();
  });

  it("ends everywhere at once, and nobody else's does", async () => {
    const { agent, asker, slug, sessionId, admin } = await signedIn();
    const [second, others] = [await start(agent), await start(admin)];
    await signOutEverywhere(asker);
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject(ended);
    await expect(actorOfSession(second, slug)).rejects.toMatchObject(ended);
    expect(await actorOfSession(others, slug)).toMatchObject({ id: admin.id });
  });

  it("is listed for its owner alone, who can end it", async () => {
    const { agent, asker, sessionId, admin } = await signedIn();
    const [second, others] = [await start(agent), await start(admin)];
    const { items } = await listMySessions(asker, { limit: 50 });
    expect(items.map(({ id, current }) => [id, current]).sort()).toEqual(
      [
        [sessionId, true],
        [second, false],
      ].sort(),
    );
    await revokeSession(asker, { sessionId: second });
    expect(await sessionOf(second)).toBeNull();
    await expect(revokeSession(asker, { sessionId: others })).rejects.toMatchObject({ kind: "not_found" });
    expect(await sessionOf(others)).not.toBeNull();
  });

  it("sees a new role with its next request", async () => {
    const { owner, agent, sessionId, slug } = await signedIn();
    await editMember(owner, { memberId: agent.id, role: "manager" });
    expect(await actorOfSession(sessionId, slug)).toMatchObject({ role: "manager", visibility: "all" });
  });

  it("of a deactivated member is refused, and over when they have no other workspace", async () => {
    const { owner, agent, sessionId, slug } = await signedIn();
    await editMember(owner, { memberId: agent.id, status: "deactivated" });
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject(ended);
  });

  it("of a deactivated member goes on in their other workspace", async () => {
    const { owner, agent, sessionId, slug } = await signedIn();
    const other = await makeTenant();
    const joined = await makeMember(other, { role: "agent" });
    await ownerQuery("update members set user_id = $1 where id = $2", [agent.userId, joined.id]);
    await editMember(owner, { memberId: agent.id, status: "deactivated" });
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject({ kind: "not_found" });
    expect(await actorOfSession(sessionId, other.slug)).toMatchObject({ id: joined.id });
  });

  it("in a suspended workspace is refused with the reason", async () => {
    const { sessionId, slug } = await signedIn();
    await suspendTenant(slug);
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject({
      kind: "forbidden",
      code: "workspace_suspended",
      nextStep: "Ask the operator of this installation.",
    });
  });

  it.each([
    ["14 days unused", "last_seen_at = now() - interval '14 days 1 minute'"],
    ["30 days after its start", "expires_at = now() - interval '1 second'"],
  ])("ends %s", async (_, change) => {
    const { sessionId, slug } = await signedIn();
    await ownerQuery(`update sessions set ${change} where id = $1`, [sessionId]);
    await expect(actorOfSession(sessionId, slug)).rejects.toMatchObject(ended);
  });

  it("notes its use to the minute, and is dropped a month after its end", async () => {
    const { sessionId, slug } = await signedIn();
    const seen = async () => (await ownerQuery("select last_seen_at from sessions where id = $1", [sessionId]))[0];
    const before = await seen();
    await actorOfSession(sessionId, slug);
    expect(await seen()).toEqual(before);
    await ownerQuery("update sessions set last_seen_at = now() - interval '2 minutes' where id = $1", [sessionId]);
    await actorOfSession(sessionId, slug);
    const [row] = await ownerQuery(
      "select last_seen_at > now() - interval '1 minute' as fresh from sessions where id = $1",
      [sessionId],
    );
    expect(row).toEqual({ fresh: true });
    await dropExpired();
    expect(await seen()).toBeDefined();
    await ownerQuery("update sessions set revoked_at = now() - interval '31 days' where id = $1", [sessionId]);
    await dropExpired();
    expect(await seen()).toBeUndefined();
  });
});

describe("a changed password", () => {
  it("ends the reset links that were not used, and nobody else's", async () => {
    const { agent, admin, asker } = await signedIn();
    const links = await Promise.all([agent, admin].map(({ email }) => createResetLink(email)));
    await changePassword(asker, { currentPassword: password, newPassword: "seven green bicycles" });
    const [own, others] = await Promise.all(links.map((made) => readResetLink(made?.link.split("/").at(-1) ?? "")));
    expect(own).toBeNull();
    expect(others).toEqual({ email: admin.email });
  });

  it("ends the other sessions, not the one it was changed in", async () => {
    const { agent, asker, sessionId } = await signedIn();
    const second = await start(agent);
    await changePassword(asker, { currentPassword: password, newPassword: "seven green bicycles" });
    expect(await sessionOf(second)).toBeNull();
    expect(await sessionOf(sessionId)).not.toBeNull();
  });

  it("needs the present one", async () => {
    const { asker } = await signedIn();
    const attempt = changePassword(asker, { currentPassword: "not the password", newPassword: "seven green bicycles" });
    await expect(attempt).rejects.toMatchObject({ code: "wrong_password", fields: [{ path: "currentPassword" }] });
  });
});

describe("the session cookie", () => {
  const secret = sessionSecret();

  it("is read under the plain name, next-auth's own without https", async () => {
    const { sessionId } = await signedIn();
    const token = await encode({ token: { sid: sessionId }, secret });
    expect(await sessionIdFromCookie(`theme=dark; next-auth.session-token=${token}; x=y`)).toBe(sessionId);
  });

  it.each([
    ["none", async () => null],
    ["of another name", async () => `session=${await encode({ token: { sid: crypto.randomUUID() }, secret })}`],
    ["that is not sealed", async () => "next-auth.session-token=abc"],
    [
      "sealed with another secret",
      async () =>
        `next-auth.session-token=${await encode({ token: { sid: crypto.randomUUID() }, secret: "z".repeat(40) })}`,
    ],
    [
      "that has expired",
      async () =>
        `next-auth.session-token=${await encode({ token: { sid: crypto.randomUUID() }, secret, maxAge: -60 })}`,
    ],
    ["without a session's id", async () => `next-auth.session-token=${await encode({ token: { sid: "1" }, secret })}`],
  ])("%s says nothing", async (_, cookie) => {
    expect(await sessionIdFromCookie(await cookie())).toBeNull();
  });
});
