import { createPublicKey, verify } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { endSession } from "@/lib/auth";
import { markActive, setAvailability } from "@/lib/availability";
import { assignConversation } from "@/lib/conversations";
import { consume, limits } from "@/lib/limits";
import { editMember } from "@/lib/members";
import { editPreferences } from "@/lib/preferences";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { eventually, untilSettled } from "@/test/event-log";
import { makeTenant, startSession } from "@/test/factories";
import { openPushService, type Push, subscribeBrowser } from "@/test/push-service";
import { startPush } from "./index";
import { dropPush, readPush, subscribePush } from "./push/subscriptions";

/** A tenant whose agent works, with a push service and a reader of the log for each engine. */
async function open({ engines = 1 } = {}) {
  const tenant = await makeTenant({ channel: true });
  await setAvailability(tenant.agent, { memberId: "me", state: "online" });
  await setAvailability(tenant.agent2, { memberId: "me", state: "online" });
  const service = await openPushService();
  for (let engine = 0; engine < engines; engine += 1) {
    const reader = startPush({ allowOrigins: [service.origin] });
    await reader.ready;
    onTestFinished(() => reader.stop());
  }
  return { tenant, service };
}

type Tenant = Awaited<ReturnType<typeof open>>["tenant"];

/** Gives the agent a conversation of their department, by a manager. */
async function giveWork(tenant: Tenant, assigneeId = tenant.agent.id) {
  const { id } = await makeConversation(tenant, { departmentId: tenant.departments[0].id });
  await assignConversation(tenant.manager, { conversationId: id, assigneeId });
  return id;
}

const subscriptionsOf = (tenantId: string) =>
  ownerQuery<{ id: string }>("select id from push_subscriptions where tenant_id = $1", [tenantId]);

describe("a push", () => {
  test("says what kind of thing happened and where, and only the browser that subscribed can read it", async () => {
    const { tenant, service } = await open();
    const browser = await subscribeBrowser(service.origin, tenant.agent);
    const other = await subscribeBrowser(service.origin, tenant.agent2);
    const conversationId = await giveWork(tenant);
    await eventually(() => expect(service.of(browser)).toHaveLength(1));
    const push = service.of(browser)[0] as Push;
    expect(browser.reads(push)).toEqual({ kind: "mine", workspace: tenant.slug, conversationId });
    expect(() => other.reads(push)).toThrow();
    expect(push.body.toString("latin1")).not.toContain(conversationId);
    expect(push.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "14400", urgency: "high" });
  });

  test("is signed with the key that browsers subscribe with, for this push service alone", async () => {
    const { tenant, service } = await open();
    const browser = await subscribeBrowser(service.origin, tenant.agent);
    await giveWork(tenant);
    await eventually(() => expect(service.of(browser)).toHaveLength(1));
    const [, token = "", key = ""] =
      /^vapid t=(.+), k=(.+)$/.exec(service.of(browser)[0]?.headers.authorization ?? "") ?? [];
    expect(key).toBe((await readPush(tenant.agent)).publicKey);
    const [head = "", claims = "", signature = ""] = token.split(".");
    const point = Buffer.from(key, "base64url");
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
    const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, format: "jwk" });
    const isTrue = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(isTrue).toBe(true);
    const { aud, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
    expect(aud).toBe(service.origin);
    expect(exp * 1_000 - Date.now()).toBeLessThan(24 * 3_600_000);
  });

  test("goes out once, however many engines read the log", async () => {
    const { tenant, service } = await open({ engines: 3 });
    const browser = await subscribeBrowser(service.origin, tenant.agent);
    const first = await giveWork(tenant);
    await eventually(() => expect(service.of(browser)).toHaveLength(1));
    const second = await giveWork(tenant);
    await eventually(() => expect(service.of(browser).length).toBeGreaterThanOrEqual(2));
    await untilSettled();
    const ids = service.of(browser).map((push) => (browser.reads(push) as { conversationId: string }).conversationId);
    expect(ids.toSorted()).toEqual([first, second].toSorted());
  });

  test("comes to nobody who may not see the conversation, is at their desk, has a break or does not want it", async () => {
    const { tenant, service } = await open();
    const mine = await subscribeBrowser(service.origin, tenant.agent);
    const theirs = await subscribeBrowser(service.origin, tenant.agent2);
    const last = async () => {
      // The colleague's own comes after: what was to come to the agent before it has come by then.
      const before = service.of(theirs).length;
      const { id } = await makeConversation(tenant, { departmentId: tenant.departments[1].id });
      await assignConversation(tenant.manager, { conversationId: id, assigneeId: tenant.agent2.id });
      await eventually(() => expect(service.of(theirs)).toHaveLength(before + 1));
      expect(service.of(mine)).toEqual([]);
    };
    await last();
    await markActive(tenant.agent);
    await giveWork(tenant);
    await last();
    await setAvailability(tenant.agent, { memberId: "me", state: "break", reason: "lunch" });
    await ownerQuery("update availability set active_at = null where member_id = $1", [tenant.agent.id]);
    await giveWork(tenant);
    await last();
    await setAvailability(tenant.agent, { memberId: "me", state: "online" });
    await editPreferences(tenant.agent, { notices: { mine: { desktop: true, sound: true, push: false } } });
    await giveWork(tenant);
    await last();
  });
});

describe("a subscription", () => {
  test.each([404, 410])("that the push service answers with %i is dropped", async (status) => {
    const { tenant, service } = await open();
    const browser = await subscribeBrowser(service.origin, tenant.agent);
    service.answers(browser, status);
    await giveWork(tenant);
    await eventually(async () => expect(await subscriptionsOf(tenant.tenantId)).toEqual([]));
    expect(service.of(browser)).toHaveLength(1);
  });

  test("rests for as long as the push service asks, and stays", async () => {
    const { tenant, service } = await open();
    const browser = await subscribeBrowser(service.origin, tenant.agent);
    service.answers(browser, 429, { "retry-after": "600" });
    await giveWork(tenant);
    await eventually(async () => {
      const [row] = await ownerQuery<{ seconds: number }>(
        "select extract(epoch from rests_until - now())::int as seconds from push_subscriptions where id = $1",
        [browser.id],
      );
      expect(row?.seconds).toBeGreaterThan(500);
    });
    const other = await subscribeBrowser(service.origin, tenant.agent);
    await giveWork(tenant);
    await eventually(() => expect(service.of(other)).toHaveLength(1));
    expect(service.of(browser)).toHaveLength(1);
  });

  test("is told no more than so often", async () => {
    const { tenant, service } = await open();
    const [tired, fresh] = [
      await subscribeBrowser(service.origin, tenant.agent),
      await subscribeBrowser(service.origin, tenant.agent),
    ];
    for (let used = 0; used < limits.push.burst; used += 1) await consume("push", tired.id);
    await giveWork(tenant);
    await eventually(() => expect(service.of(fresh)).toHaveLength(1));
    expect(service.of(tired)).toEqual([]);
    expect(await subscriptionsOf(tenant.tenantId)).toHaveLength(2);
  });

  test("ends with the sign-in in which it was made, and with the membership", async () => {
    const { tenant, service } = await open();
    const gone = await subscribeBrowser(service.origin, tenant.agent);
    const left = await subscribeBrowser(service.origin, tenant.agent2);
    const here = await subscribeBrowser(service.origin, tenant.agent);
    await endSession(gone.sessionId);
    await giveWork(tenant);
    await eventually(() => expect(service.of(here)).toHaveLength(1));
    expect(service.of(gone)).toEqual([]);
    await giveWork(tenant, tenant.agent2.id);
    await eventually(() => expect(service.of(left)).toHaveLength(1));
    await editMember(tenant.owner, { memberId: tenant.agent2.id, status: "deactivated" });
    await giveWork(tenant);
    await eventually(() => expect(service.of(here)).toHaveLength(2));
    expect(service.of(left)).toHaveLength(1);
  });

  const real = (name: string) => ({
    endpoint: `https://fcm.googleapis.com/fcm/send/${name}`,
    keys: { p256dh: Buffer.alloc(65, 4).toString("base64url"), auth: Buffer.alloc(16, 1).toString("base64url") },
  });

  test("of one browser is one, and of one member at most ten", async () => {
    const { agent, tenantId } = await makeTenant();
    const actor = { ...agent, sessionId: (await startSession(agent)).sessionId };
    await subscribePush(actor, real("same"));
    await subscribePush(actor, real("same"));
    expect(await subscriptionsOf(tenantId)).toHaveLength(1);
    for (let browser = 0; browser < 12; browser += 1) await subscribePush(actor, real(String(browser)));
    expect(await subscriptionsOf(tenantId)).toHaveLength(10);
    await dropPush(actor, real("11"));
    expect(await subscriptionsOf(tenantId)).toHaveLength(9);
  });

  test.each([
    "https://example.test/push",
    "http://fcm.googleapis.com/push",
    "https://fcm.googleapis.com:8443/push",
    "https://fcm.googleapis.com.example.test/push",
  ])("at %s is refused: it is no push service", async (endpoint) => {
    const { agent } = await makeTenant();
    const actor = { ...agent, sessionId: (await startSession(agent)).sessionId };
    await expect(subscribePush(actor, { ...real(""), endpoint })).rejects.toMatchObject({
      code: "unknown_push_service",
    });
  });
});
