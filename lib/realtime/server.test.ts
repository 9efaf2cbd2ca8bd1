import { describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { signOutEverywhere, systemActor } from "@/lib/auth";
import { assignConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { editMember } from "@/lib/members";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { eventually, untilSettled } from "@/test/event-log";
import { makeTenant, type TestPerson } from "@/test/factories";
import { openRealtime, openSocket, signIn } from "@/test/realtime";
import { MOST_SOCKETS_A_USER } from "./admit";
import { listEvents } from "./index";

type Tenant = { tenantId: string; slug: string };

const record = (tenantId: string, conversationId: string | null) => {
  const actor = systemActor(tenantId, "test");
  const type = conversationId ? "message.received" : "settings.changed";
  return withTenant(actor, (tx) => recordEvent(tx, actor, { type, conversationId }));
};

/** A member's browser, subscribed. */
async function join(url: string, tenant: Tenant, person: TestPerson) {
  const session = await signIn(person);
  const browser = openSocket(url, session.cookie);
  const { cursor } = await browser.subscribe({ workspace: tenant.slug });
  return { ...browser, ...session, cursor };
}

/** Waits until a browser has heard of this one. What was to come to others before it has come by then. */
async function untilHeard(browser: { heard: { conversationId: string | null }[] }, conversationId: string) {
  await eventually(() => expect(browser.heard.some((frame) => frame.conversationId === conversationId)).toBe(true));
}

describe("an event", () => {
  it("comes to those who may see the conversation, and to nobody else", async () => {
    const [tenant, other] = [await makeTenant({ channel: true }), await makeTenant({ channel: true })];
    const [sales, support] = tenant.departments;
    const { url } = await openRealtime();
    const [owner, agent, agent2, stranger] = await Promise.all([
      join(url, tenant, tenant.owner),
      join(url, tenant, tenant.agent),
      join(url, tenant, tenant.agent2),
      join(url, other, other.owner),
    ]);
    const inSales = await makeConversation(tenant, { departmentId: sales.id });
    const inSupport = await makeConversation(tenant, { departmentId: support.id });
    const lent = await makeConversation(tenant, { departmentId: support.id, assigneeId: tenant.agent.id });
    const everybodys = await makeConversation(tenant);
    const theirs = await makeConversation(other);
    for (const { id } of [inSales, inSupport, lent, everybodys]) await record(tenant.tenantId, id);
    await record(other.tenantId, theirs.id);
    await untilHeard(stranger, theirs.id);
    await untilHeard(owner, everybodys.id);
    await untilHeard(agent, everybodys.id);
    await untilHeard(agent2, everybodys.id);

    const ids = ({ heard }: { heard: { conversationId: string | null }[] }) =>
      heard.map((frame) => frame.conversationId).toSorted();
    expect(ids(owner)).toEqual([inSales.id, inSupport.id, lent.id, everybodys.id].toSorted());
    expect(ids(agent)).toEqual([inSales.id, lent.id, everybodys.id].toSorted());
    expect(ids(agent2)).toEqual([inSupport.id, lent.id, everybodys.id].toSorted());
    expect(ids(stranger)).toEqual([theirs.id]);
  });

  it("comes to each tab of a member", async () => {
    const tenant = await makeTenant({ channel: true });
    const { url } = await openRealtime();
    const tabs = await Promise.all([1, 2, 3].map(() => join(url, tenant, tenant.agent)));
    const { id } = await makeConversation(tenant);
    await record(tenant.tenantId, id);
    for (const tab of tabs) await untilHeard(tab, id);
  });

  it("by which a conversation leaves somebody's sight is told to them as that, and to the others as it is", async () => {
    const tenant = await makeTenant({ channel: true });
    const [sales, support] = tenant.departments;
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    const agent2 = await join(url, tenant, tenant.agent2);
    const { id } = await makeConversation(tenant, { departmentId: sales.id });
    await assignConversation(tenant.manager, {
      conversationId: id,
      assigneeId: tenant.agent2.id,
      departmentId: support.id,
    });
    await untilHeard(agent, id);
    await untilHeard(agent2, id);
    expect(new Set(agent.types())).toEqual(new Set(["conversation.hidden"]));
    expect(agent.heard.every((frame) => frame.contactId === null)).toBe(true);
    expect(agent2.types()).toContain("conversation.assigned");
  });
});

describe("a cursor", () => {
  it("of a subscription leads on without a gap: what comes live and what the API has after it are the same", async () => {
    const tenant = await makeTenant({ channel: true });
    const { url } = await openRealtime();
    const { id } = await makeConversation(tenant);
    await record(tenant.tenantId, id);
    const writing = (async () => {
      for (let count = 0; count < 40; count += 1) await record(tenant.tenantId, id);
    })();
    const agent = await join(url, tenant, tenant.agent);
    await writing;
    await untilSettled();
    const { items } = await listEvents(tenant.agent, { after: agent.cursor, limit: 500 });
    await eventually(() => expect(agent.heard.length).toBeGreaterThanOrEqual(items.length));
    expect(agent.heard).toEqual(items);
  });

  it("that lies behind is said to, and one that does not is not", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    await record(tenant.tenantId, null);
    await eventually(() => expect(agent.types()).toEqual(["settings.changed"]));
    const again = await agent.subscribe({ workspace: tenant.slug, after: agent.cursor });
    expect(again.behind).toBe(true);
    expect(await agent.subscribe({ workspace: tenant.slug, after: again.cursor })).toEqual({
      cursor: again.cursor,
      behind: false,
    });
  });
});

describe("a socket", () => {
  it.each([
    ["no cookie", undefined],
    ["a forged cookie", "next-auth.session-token=eyJhbGciOiJkaXIifQ..a.b.c"],
  ])("with %s is not let in", async (_, cookie) => {
    const { url } = await openRealtime();
    expect(await openSocket(url, cookie).refused()).toBe("unauthenticated");
  });

  it("of a session that was revoked is not let in", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const { cookie } = await signIn(tenant.agent);
    await signOutEverywhere(tenant.agent);
    expect(await openSocket(url, cookie).refused()).toBe("unauthenticated");
  });

  it("cannot subscribe to a workspace of others, nor to none", async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()];
    const { url } = await openRealtime();
    const { cookie } = await signIn(tenant.agent);
    const browser = openSocket(url, cookie);
    expect((await browser.subscribe({ workspace: other.slug })).problem?.code).toBe("workspace_not_found");
    expect((await browser.subscribe({ workspace: "no-such-one" })).problem?.code).toBe("workspace_not_found");
    expect((await browser.subscribe({ workspace: 7 })).problem?.code).toBe("invalid_input");
    await record(other.tenantId, null);
    const { subscribe, types } = await join(url, tenant, tenant.agent);
    await record(tenant.tenantId, null);
    await eventually(() => expect(types()).toEqual(["settings.changed"]));
    expect(browser.heard).toEqual([]);
    expect(await subscribe({ workspace: tenant.slug })).toHaveProperty("cursor");
  });

  it("that moves to another workspace of the same person hears no more of the first", async () => {
    const [tenant, other] = [await makeTenant(), await makeTenant()];
    await ownerQuery(
      `insert into members (tenant_id, id, user_id, role, name, email)
       select $1, gen_random_uuid(), user_id, 'agent', name, email from members where id = $2`,
      [other.tenantId, tenant.agent.id],
    );
    const { url } = await openRealtime();
    const browser = await join(url, tenant, tenant.agent);
    expect(await browser.subscribe({ workspace: other.slug })).toHaveProperty("cursor");
    const witness = await join(url, tenant, tenant.owner);
    await record(tenant.tenantId, null);
    await record(other.tenantId, null);
    await record(other.tenantId, null);
    // Workspaces are served side by side: which of the two hears first, nobody knows.
    await eventually(() => expect(witness.heard).toHaveLength(1));
    await eventually(() => expect(browser.heard).toHaveLength(2));
  });

  it("is cut within ten seconds after its session was revoked", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    await signOutEverywhere(tenant.agent);
    const revokedAt = performance.now();
    await eventually(() => expect(agent.socket.connected).toBe(false));
    expect(performance.now() - revokedAt).toBeLessThan(10_000);
  });

  it("of a member who is deactivated is cut at once, and hears nothing in between", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    await editMember(tenant.owner, { memberId: tenant.agent.id, status: "deactivated" });
    await eventually(() => expect(agent.socket.connected).toBe(false));
    expect(agent.heard).toEqual([]);
  });

  it("of a member whose department changed goes by the new one from that event on, and is told to load afresh", async () => {
    const tenant = await makeTenant({ channel: true });
    const [sales, support] = tenant.departments;
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    await editMember(tenant.owner, { memberId: tenant.agent.id, departmentIds: [support.id] });
    const inSales = await makeConversation(tenant, { departmentId: sales.id });
    const inSupport = await makeConversation(tenant, { departmentId: support.id });
    await record(tenant.tenantId, inSales.id);
    await record(tenant.tenantId, inSupport.id);
    await untilHeard(agent, inSupport.id);
    expect(agent.heard.some((frame) => frame.conversationId === inSales.id)).toBe(false);
    expect(agent.resyncs()).toBe(1);
  });

  it("too many of one user are not let in", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const { cookie } = await signIn(tenant.agent);
    const sockets = Array.from({ length: MOST_SOCKETS_A_USER }, () => openSocket(url, cookie));
    await eventually(() => expect(sockets.every(({ socket }) => socket.connected)).toBe(true));
    expect(await openSocket(url, cookie).refused()).toBe("too_many_sockets");
  });

  it("is counted before the next is let in, however many come at once, and no longer once it has gone", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const { cookie } = await signIn(tenant.agent);
    const sockets = Array.from({ length: MOST_SOCKETS_A_USER + 20 }, () => openSocket(url, cookie));
    const words = await Promise.all(
      sockets.map(({ socket, refused }) =>
        Promise.race([refused(), new Promise((resolve) => socket.once("connect", () => resolve("connected")))]),
      ),
    );
    expect(words.filter((word) => word === "connected")).toHaveLength(MOST_SOCKETS_A_USER);
    expect(words.filter((word) => word === "too_many_sockets")).toHaveLength(20);
    for (const { socket } of sockets) socket.disconnect();
    await eventually(async () => {
      const { socket, refused } = openSocket(url, cookie);
      const connected = new Promise((resolve) => socket.once("connect", () => resolve("connected")));
      expect(await Promise.race([refused(), connected])).toBe("connected");
    });
  });

  it("that talks without end is cut", async () => {
    const tenant = await makeTenant();
    const { url } = await openRealtime();
    const agent = await join(url, tenant, tenant.agent);
    for (let count = 0; count < 50; count += 1) agent.socket.emit("subscribe", {});
    await eventually(() => expect(agent.socket.connected).toBe(false));
  });
});
