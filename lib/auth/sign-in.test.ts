import { describe, expect, it } from "vitest";
import { verifyAudit } from "@/lib/audit";
import type { DomainError } from "@/lib/errors";
import { limits } from "@/lib/limits";
import { ownerQuery } from "@/test/database";
import { makeTenant, password } from "@/test/factories";
import { type Requester, sessionOf, signIn } from "./index";

let last = 0;
/** An address that no other test uses, so that limits do not meet. */
const elsewhere = (): Requester => {
  last += 1;
  return { address: `198.51.100.${last}`, userAgent: "a browser" };
};

const refusal = (email: string, typed: string, from: Requester) =>
  signIn({ email, password: typed }, from).then(
    () => null,
    (error: DomainError) => ({ kind: error.kind, code: error.code, message: error.message, nextStep: error.nextStep }),
  );

const lock = async (email: string, from: Requester) => {
  for (let used = 0; used < limits.signInPair.burst; used += 1) await refusal(email, "not the password", from);
};

describe("signing in", () => {
  it("starts a session, whatever the case of the address, and audits it", async () => {
    const { agent } = await makeTenant();
    const from = elsewhere();
    const { sessionId, userId } = await signIn({ email: ` ${agent.email.toUpperCase()} `, password }, from);
    expect(await sessionOf(sessionId)).toEqual({ id: sessionId, userId: agent.userId });
    expect(userId).toBe(agent.userId);
    const entries = await ownerQuery("select actor, action, ip from audit where tenant_id = $1", [agent.tenantId]);
    expect(entries).toEqual([{ actor: `member:${agent.id}`, action: "session.started", ip: from.address }]);
    expect(await verifyAudit(agent)).toMatchObject({ brokenAt: null });
  });

  it("refuses an unknown account and a wrong password in the same words", async () => {
    const { agent } = await makeTenant();
    const from = elsewhere();
    const wrong = await refusal(agent.email, "not the password", from);
    expect(wrong).toMatchObject({ kind: "unauthenticated", code: "wrong_credentials" });
    expect(await refusal("nobody@example.test", "not the password", from)).toEqual(wrong);
    expect(await refusal("not an address", "not the password", from)).toEqual(wrong);
    expect(await refusal(agent.email, "x".repeat(5_000), from)).toEqual(wrong);
  });

  it("is locked for a while after wrong passwords, also for the right one and for accounts that do not exist", async () => {
    const { agent } = await makeTenant();
    const from = elsewhere();
    await lock(agent.email, from);
    await lock("nobody2@example.test", from);
    const known = await refusal(agent.email, password, from);
    expect(known).toMatchObject({ kind: "limit_reached", nextStep: "Try again in 2 minutes." });
    expect(await refusal("nobody2@example.test", password, from)).toEqual(known);
  });

  it("that is locked from one address goes on from another", async () => {
    const { agent } = await makeTenant();
    await lock(agent.email, elsewhere());
    expect(await refusal(agent.email, password, elsewhere())).toBeNull();
  });

  it("that strangers have locked for the account goes on where it was used lately, but not without end", async () => {
    const { agent } = await makeTenant();
    const home = { address: "2001:db8:1:2::7", userAgent: null };
    const [sameHome, next] = ["2001:db8:1:2:ffff::1", "2001:db8:1:3::7"].map((address) => ({ ...home, address }));
    if (!sameHome || !next) throw new Error("Two addresses were written down.");
    await signIn({ email: agent.email, password }, home);
    for (let at = 0; at < limits.signInAccount.burst; at += 1) await refusal(agent.email, "a guess", elsewhere());
    const locked = { kind: "limit_reached" };
    expect(await refusal(agent.email, password, elsewhere())).toMatchObject(locked);
    expect(await refusal(agent.email, password, next)).toMatchObject(locked);
    expect(await refusal(agent.email, password, sameHome)).toBeNull();
    await lock(agent.email, home);
    expect(await refusal(agent.email, password, sameHome)).toMatchObject(locked);
  });

  it("a month ago does not count as lately", async () => {
    const { agent } = await makeTenant();
    const home = elsewhere();
    await signIn({ email: agent.email, password }, home);
    await ownerQuery("update sessions set created_at = now() - interval '31 days' where user_id = $1", [agent.userId]);
    for (let at = 0; at < limits.signInAccount.burst; at += 1) await refusal(agent.email, "a guess", elsewhere());
    expect(await refusal(agent.email, password, home)).toMatchObject({ kind: "limit_reached" });
  });

  it("of another account from the same place opens nothing", async () => {
    const { agent, admin } = await makeTenant();
    const home = elsewhere();
    await signIn({ email: admin.email, password }, home);
    for (let at = 0; at < limits.signInAccount.burst; at += 1) await refusal(agent.email, "a guess", elsewhere());
    expect(await refusal(agent.email, password, home)).toMatchObject({ kind: "limit_reached" });
  });

  it("is counted for a whole IPv6 network, where one visitor has every address", async () => {
    const { agent } = await makeTenant();
    const inNetwork = (host: number) => ({ address: `2001:db8:5:5::${host}`, userAgent: null });
    for (let at = 1; at <= limits.signInPair.burst; at += 1) await refusal(agent.email, "a guess", inNetwork(at));
    expect(await refusal(agent.email, password, inNetwork(99))).toMatchObject({ kind: "limit_reached" });
  });

  it("with the right password is not counted", async () => {
    const { agent } = await makeTenant();
    const from = elsewhere();
    for (let at = 0; at < limits.signInPair.burst + 2; at += 1) {
      expect(await refusal(agent.email, password, from)).toBeNull();
    }
  });
});
