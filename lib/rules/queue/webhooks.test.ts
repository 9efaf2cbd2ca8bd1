import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { HttpFailure } from "@/lib/http";
import { listRuleRuns, replaceRuleSecret } from "@/lib/rules";
import { HOUR, MINUTE } from "@/lib/time";
import { makeConversation } from "@/test/conversations";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { announceMessage, makeRule, settleRules } from "@/test/rules";
import { decide } from "./decide";
import { deliverDue } from "./deliver-due";
import { dropOldRuns } from "./drop-old-runs";
import { signedHeaders } from "./sign";

/** Somebody's server, which answers as told. */
async function openServer(statuses: number[]) {
  const calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    calls.push({ headers: request.headers, body: Buffer.concat(await request.toArray()).toString() });
    response.writeHead(statuses[calls.length - 1] ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { calls, origin };
}

async function scene(url: string, facts: string[] = []) {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant, { text: "My card is 4111" });
  const rule = await makeRule(tenant.admin, { does: [{ kind: "webhook", url, facts }] });
  const { secret } = await replaceRuleSecret(tenant.admin, { ruleId: rule.id });
  await announceMessage(tenant, conversation);
  await settleRules(tenant);
  const result = async () => (await listRuleRuns(tenant.admin, { ruleId: rule.id, limit: 1 })).items[0]?.webhooks[0];
  const row = async () => {
    const rows = await ownerQuery<{ body_sealed: Buffer | null; due_at: Date }>(
      "select body_sealed, due_at from rule_webhooks where tenant_id = $1",
      [tenant.tenantId],
    );
    return rows[0];
  };
  return { ...tenant, conversation, rule, secret, result, row };
}

test("a rule posts ids and the facts it names, signed, and nothing is kept of what has arrived", async () => {
  const { calls, origin } = await openServer([204]);
  const { conversation, rule, secret, result, row } = await scene(`${origin}/hook`, ["priority"]);
  expect(await result()).toMatchObject({ state: "waiting", attempts: 0 });
  await deliverDue({ allowOrigins: [origin] });
  const [call] = calls;
  expect(JSON.parse(call?.body ?? "")).toMatchObject({
    type: "rule.matched",
    data: {
      ruleId: rule.id,
      conversationId: conversation.id,
      messageId: conversation.messageId,
      facts: { priority: "normal" },
    },
  });
  expect(call?.body).not.toContain("4111");
  expect(call?.body).not.toContain("Casey");
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = call?.headers ?? {};
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const expected = createHmac("sha256", key).update(`${id}.${at}.${call?.body}`).digest("base64");
  expect(signature).toBe(`v1,${expected}`);
  expect(await result()).toEqual({ url: `${origin}/hook`, state: "arrived", attempts: 1, answer: "204" });
  expect((await row())?.body_sealed).toBeNull();
  await deliverDue({ allowOrigins: [origin] });
  expect(calls).toHaveLength(1);
});

test("the signature is the one of the specification's example", () => {
  const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
  const headers = signedHeaders(
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
    secret,
  );
  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("a server that is down for a while gets it later, under the same id", async () => {
  const { calls, origin } = await openServer([503, 200]);
  const { result, row } = await scene(origin);
  await deliverDue({ allowOrigins: [origin] });
  expect(await result()).toMatchObject({ state: "waiting", attempts: 1, answer: "503" });
  await deliverDue({ allowOrigins: [origin] });
  expect(calls).toHaveLength(1);
  const dueAt = (await row())?.due_at ?? new Date();
  await deliverDue({ allowOrigins: [origin], now: new Date(dueAt.getTime() + 1) });
  expect(calls).toHaveLength(2);
  expect(calls[0]?.headers["webhook-id"]).toBe(calls[1]?.headers["webhook-id"]);
  expect(await result()).toMatchObject({ state: "arrived", attempts: 2 });
});

test.each([
  "http://127.0.0.1:5432/",
  "https://169.254.169.254/latest/meta-data/",
  "https://localhost/",
  "https://[::1]/",
])("nothing is posted to %s: it is given up at once, and the trace says why", async (url) => {
  const { result, row } = await scene(url);
  await deliverDue();
  expect(await result()).toMatchObject({
    state: "given_up",
    attempts: 1,
    answer: expect.stringMatching(/^forbidden_(url|address)$/),
  });
  expect((await row())?.body_sealed).toBeNull();
});

test("attempts lie further and further apart, and the seventh is the last", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => decide({ status: 500 }, attempts).retryMs);
  expect(waits.slice(0, 6)).toEqual([...waits.slice(0, 6)].sort((one, other) => Number(one) - Number(other)));
  expect(waits[0]).toBeLessThan(MINUTE);
  expect(waits[5]).toBe(6 * HOUR);
  expect(waits[6]).toBeNull();
});

test.each([
  [{ status: 404 }, false],
  [{ status: 410 }, false],
  [{ status: 200 }, false],
  [{ status: 302 }, false],
  [{ status: 408 }, true],
  [{ status: 429 }, true],
  [{ status: 502 }, true],
  [{ failure: new HttpFailure("dns", "", { definitelyNotSent: true }) }, true],
  [{ failure: new HttpFailure("redirect", "", { definitelyNotSent: false }) }, false],
  [{ failure: new Error("A bug") }, true],
])("after %j it is tried again: %j", (answer, isTriedAgain) => {
  expect(decide(answer, 1).retryMs !== null).toBe(isTriedAgain);
});

test("runs are forgotten after ninety days, those that held for nothing after seven", async () => {
  const tenant = await makeTenant({ channel: true });
  const conversation = await makeConversation(tenant);
  const never = [{ fact: "score", operator: "atLeast" as const, value: 5 }];
  const acts = await makeRule(tenant.admin, { name: "Acts", does: [{ kind: "note", text: "Seen" }] });
  const holds = await makeRule(tenant.admin, { name: "Never", when: never, does: [{ kind: "note", text: "Seen" }] });
  await announceMessage(tenant, conversation);
  await settleRules(tenant);
  const left = () =>
    ownerQuery<{ rule_id: string }>("select rule_id from rule_runs where tenant_id = $1", [tenant.tenantId]);
  const age = (days: number) =>
    ownerQuery("update rule_runs set at = now() - $2 * interval '1 day' where tenant_id = $1", [tenant.tenantId, days]);
  await age(6);
  await dropOldRuns();
  expect(await left()).toHaveLength(2);
  await age(8);
  await dropOldRuns();
  expect(await left()).toEqual([{ rule_id: acts.id }]);
  await age(91);
  await dropOldRuns();
  expect(await left()).toEqual([]);
  expect(holds.isActive).toBe(true);
});

test.each(["suspended", "closed"])(
  "nothing is posted by a workspace that is %s, and nothing is lost",
  async (status) => {
    const { calls, origin } = await openServer([204]);
    const { tenantId, result } = await scene(`${origin}/hook`);
    const turn = (to: string) => ownerQuery("update tenants set status = $2 where id = $1", [tenantId, to]);
    await turn(status);
    await deliverDue({ allowOrigins: [origin] });
    expect([calls.length, await result()]).toMatchObject([0, { state: "waiting", attempts: 0 }]);
    await turn("active");
    await deliverDue({ allowOrigins: [origin] });
    expect(calls).toHaveLength(1);
  },
);
