import { describe, expect, it, vi } from "vitest";
import { withSystem } from "@/db/system";
import { limits } from "@/lib/limits";
import { listKeptMails } from "@/lib/mail";
import { ownerQuery } from "@/test/database";
import { makeTenant, password } from "@/test/factories";
import {
  createResetLink,
  createSession,
  nobody,
  readResetLink,
  requestPasswordReset,
  resetPassword,
  sessionOf,
  signIn,
} from "./index";

const newPassword = "seven green bicycles";
const tokenIn = (link: string | undefined) => new URL(link ?? "").pathname.split("/").at(-1) ?? "";
const linkFor = async (email: string) => tokenIn((await createResetLink(email))?.link);
const spent = { code: "link_spent" };

describe("a password reset", () => {
  it("answers the same for an account and for none, and mails the account alone", async () => {
    const { agent } = await makeTenant();
    const from = { address: "203.0.113.1", userAgent: null };
    expect(await requestPasswordReset({ email: "nobody@example.test" }, from)).toBeUndefined();
    expect(await requestPasswordReset({ email: agent.email.toUpperCase() }, from)).toBeUndefined();
    await vi.waitFor(async () => expect(await listKeptMails()).toHaveLength(1));
    const [mail] = await listKeptMails();
    expect(mail?.to).toBe(agent.email);
    const [link] = /http\S+/.exec(mail?.text ?? "") ?? [];
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/password\//);
    expect(await readResetLink(tokenIn(link))).toEqual({ email: agent.email });
  });

  it("is refused when asked too often, the same for an account and for none", async () => {
    const { agent } = await makeTenant();
    const ask = (email: string) =>
      requestPasswordReset({ email }, nobody).then(
        () => null,
        ({ kind, nextStep }) => ({ kind, nextStep }),
      );
    for (const email of [agent.email, "nobody2@example.test"]) {
      for (let at = 0; at < limits.resetAccount.burst; at += 1) expect(await ask(email)).toBeNull();
    }
    const known = await ask(agent.email);
    expect(known).toEqual({ kind: "limit_reached", nextStep: "Try again in 15 minutes." });
    expect(await ask(` NOBODY2@example.test`)).toEqual(known);
  });

  it("sets the password once, ends all sessions, and is audited", async () => {
    const { agent } = await makeTenant();
    const sessionId = await withSystem((tx) => createSession(tx, agent.userId, nobody));
    const token = await linkFor(agent.email);
    await resetPassword({ token, password: newPassword }, nobody);
    expect(await sessionOf(sessionId)).toBeNull();
    expect(await signIn({ email: agent.email, password: newPassword }, nobody)).toMatchObject({ userId: agent.userId });
    await expect(signIn({ email: agent.email, password }, nobody)).rejects.toMatchObject({ code: "wrong_credentials" });
    await expect(resetPassword({ token, password: newPassword }, nobody)).rejects.toMatchObject(spent);
    const acts = await ownerQuery("select action from audit where tenant_id = $1 order by seq", [agent.tenantId]);
    expect(acts).toEqual([{ action: "password.reset" }, { action: "session.started" }]);
  });

  it("that two people perform at once is done by one", async () => {
    const { agent } = await makeTenant();
    const token = await linkFor(agent.email);
    const attempts = [1, 2, 3].map((n) => resetPassword({ token, password: `${newPassword} ${n}` }, nobody));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  it("leaves the link usable when the new password is too weak", async () => {
    const { agent } = await makeTenant();
    const token = await linkFor(agent.email);
    const weak = resetPassword({ token, password: "1234567890" }, nobody);
    await expect(weak).rejects.toMatchObject({ code: "weak_password", fields: [{ path: "password" }] });
    expect(await resetPassword({ token, password: newPassword }, nobody)).toEqual({ email: agent.email });
  });

  it("works by the latest link only, and for an hour", async () => {
    const { agent } = await makeTenant();
    const [first, second] = [await linkFor(agent.email), await linkFor(agent.email)];
    expect(await readResetLink(first)).toBeNull();
    await ownerQuery("update tokens set expires_at = now() - interval '1 second' where user_id = $1", [agent.userId]);
    expect(await readResetLink(second)).toBeNull();
    await expect(resetPassword({ token: second, password: newPassword }, nobody)).rejects.toMatchObject(spent);
  });

  it("lifts the lock of earlier wrong passwords", async () => {
    const { agent } = await makeTenant();
    const from = { address: "203.0.113.9", userAgent: null };
    for (let at = 0; at < limits.signInPair.burst; at += 1) {
      await signIn({ email: agent.email, password: "not the password" }, from).catch(() => undefined);
    }
    await resetPassword({ token: await linkFor(agent.email), password: newPassword }, from);
    expect(await signIn({ email: agent.email, password: newPassword }, from)).toMatchObject({ userId: agent.userId });
  });

  it("keeps no token in clear", async () => {
    const { agent } = await makeTenant();
    const token = await linkFor(agent.email);
    const kept = JSON.stringify(await ownerQuery("select * from tokens where user_id = $1", [agent.userId]));
    expect(kept).not.toContain(token);
  });
});
