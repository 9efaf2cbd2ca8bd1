import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { applyStatuses, readMessage, sendMessage } from "@/lib/messages";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { letTimePass, makeCustomer, textTo } from "@/test/sending";
import { type Attempt, claimAttempts } from "./claim";
import { recordOutcomes } from "./record-outcomes";
import { settleAmbiguous } from "./settle";

const wide = { free: 500, freeOf: () => 500 };

/** A tenant with messages that were claimed and are said to be under way. */
async function makeUnderWay(count: number) {
  const tenant = await makeTenant({ channel: true });
  await ownerQuery("update channels set messages_per_second = 10000 where tenant_id = $1", [tenant.tenantId]);
  for (let n = 0; n < count; n += 1) {
    const customer = await makeCustomer(tenant, tenant.channel);
    await sendMessage(tenant.agent, textTo(customer, `${n}`));
  }
  const attempts = (await claimAttempts(wide)).filter(({ tenantId }) => tenantId === tenant.tenantId);
  expect(attempts).toHaveLength(count);
  return { tenant, attempts };
}

type Tenant = Awaited<ReturnType<typeof makeUnderWay>>["tenant"];

const accepted = (attempt: Attempt, wamid: string) => ({
  attempt,
  decision: { kind: "accepted" as const, wamid, at: new Date() },
});

const report = (wamid: string, status: string, callbackId: string | null = null) => ({
  wamid,
  status,
  recipient: "",
  at: new Date(),
  callbackId,
  pricing: null,
  errors: null,
});

const apply = (tenant: Tenant, reports: ReturnType<typeof report>[]) =>
  withTenant(tenant, (tx) => applyStatuses(tx, { tenantId: tenant.tenantId, channelId: tenant.channel.id }, reports));

const shown = async (tenant: Tenant) =>
  ownerQuery<{ status: string; wamid: string | null }>(
    "select status, wamid from messages where tenant_id = $1 and direction = 'out'",
    [tenant.tenantId],
  );

test("a status without our callback that comes at the moment of the answer is never left waiting", async () => {
  const { tenant, attempts } = await makeUnderWay(40);
  await Promise.all(
    attempts.flatMap((attempt, n) => {
      const wamid = `wamid.race.${n}.${newId()}`;
      const answer = () => recordOutcomes(tenant.tenantId, [accepted(attempt, wamid)]);
      const status = () => apply(tenant, [report(wamid, "delivered")]);
      return n % 2 === 0 ? [answer(), status()] : [status(), answer()];
    }),
  );
  expect(new Set((await shown(tenant)).map(({ status }) => status))).toEqual(new Set(["delivered"]));
  const parked = await ownerQuery("select from message_statuses where tenant_id = $1 and message_id is null", [
    tenant.tenantId,
  ]);
  expect(parked).toEqual([]);
});

test("answers and statuses about the same messages, in batches of any order, never wait for each other for ever", async () => {
  const { tenant, attempts } = await makeUnderWay(30);
  const wamids = new Map(attempts.map((attempt) => [attempt, `wamid.batch.${newId()}`]));
  const shuffled = () => [...attempts].sort(() => Math.random() - 0.5);
  const reports = (status: string, callback: boolean) =>
    shuffled().map((attempt) => report(wamids.get(attempt) ?? "", status, callback ? attempt.messageId : null));
  await Promise.all([
    recordOutcomes(
      tenant.tenantId,
      shuffled().map((attempt) => accepted(attempt, wamids.get(attempt) ?? "")),
    ),
    apply(tenant, reports("sent", true)),
    apply(tenant, reports("delivered", false)),
    apply(tenant, reports("read", true)),
    apply(tenant, reports("sent", false)),
  ]);
  expect(new Set((await shown(tenant)).map(({ status }) => status))).toEqual(new Set(["read"]));
  expect(await ownerQuery("select from outbox where tenant_id = $1", [tenant.tenantId])).toEqual([]);
});

test("an answer that comes after its lease was given up still counts, since Meta has the message", async () => {
  const { tenant, attempts } = await makeUnderWay(1);
  const [attempt] = attempts;
  if (!attempt) return;
  await letTimePass(tenant);
  await settleAmbiguous();
  expect(await shown(tenant)).toMatchObject([{ status: "ambiguous" }]);
  await recordOutcomes(tenant.tenantId, [accepted(attempt, "wamid.late")]);
  expect(await shown(tenant)).toEqual([{ status: "accepted", wamid: "wamid.late" }]);
  expect(await ownerQuery("select from outbox where tenant_id = $1", [tenant.tenantId])).toEqual([]);
});

test("a decision that comes after its lease was given up changes nothing", async () => {
  const { tenant, attempts } = await makeUnderWay(1);
  const [attempt] = attempts;
  if (!attempt) return;
  await letTimePass(tenant);
  await settleAmbiguous();
  await recordOutcomes(tenant.tenantId, [{ attempt, decision: { kind: "retry", delayMs: 0 } }]);
  await recordOutcomes(tenant.tenantId, [
    { attempt, decision: { kind: "failed", code: 131026, error: { code: 131026 } } },
  ]);
  expect(await shown(tenant)).toMatchObject([{ status: "ambiguous" }]);
});

test("a dead token of before its replacement does not stop the number again", async () => {
  const { tenant, attempts } = await makeUnderWay(1);
  const [attempt] = attempts;
  if (!attempt) return;
  await ownerQuery("update channels set token_sealed = 'another' where id = $1", [tenant.channel.id]);
  await recordOutcomes(tenant.tenantId, [{ attempt, decision: { kind: "stop_channel", code: 190 } }]);
  expect(await ownerQuery("select state from channels where id = $1", [tenant.channel.id])).toEqual([
    { state: "active" },
  ]);
  expect(await shown(tenant)).toMatchObject([{ status: "queued" }]);
});

test("two claims at once never take the same message", async () => {
  const tenant = await makeTenant({ channel: true });
  const customers = await Promise.all(Array.from({ length: 10 }, () => makeCustomer(tenant, tenant.channel)));
  for (const customer of customers) await sendMessage(tenant.agent, textTo(customer));
  const claims = await Promise.all(Array.from({ length: 4 }, () => claimAttempts(wide)));
  const ids = claims.flat().flatMap((attempt) => (attempt.tenantId === tenant.tenantId ? [attempt.messageId] : []));
  expect(ids).toHaveLength(10);
  expect(new Set(ids).size).toBe(10);
});

test("of one conversation only the first message is claimed", async () => {
  const tenant = await makeTenant({ channel: true });
  const customer = await makeCustomer(tenant, tenant.channel);
  const first = await sendMessage(tenant.agent, textTo(customer, "1"));
  await sendMessage(tenant.agent, textTo(customer, "2"));
  const mine = async () => (await claimAttempts(wide)).filter(({ tenantId }) => tenantId === tenant.tenantId);
  expect((await mine()).map(({ messageId }) => messageId)).toEqual([first.id]);
  expect(await mine()).toEqual([]);
});

test("an agent's message is claimed before a broadcast's, whoever came first", async () => {
  const tenant = await makeTenant({ channel: true });
  await ownerQuery("update channels set messages_per_second = 1 where tenant_id = $1", [tenant.tenantId]);
  const [late, early] = [await makeCustomer(tenant, tenant.channel), await makeCustomer(tenant, tenant.channel)];
  const broadcast = await sendMessage(tenant.agent, textTo(early));
  await ownerQuery("update outbox set priority = 2 where message_id = $1", [broadcast.id]);
  const answer = await sendMessage(tenant.agent, textTo(late));
  const claimed = (await claimAttempts(wide)).filter(({ tenantId }) => tenantId === tenant.tenantId);
  expect(claimed.map(({ messageId }) => messageId)).toEqual([answer.id]);
});

test("a backlog of one tenant does not keep another from its turn", async () => {
  const [busy, quiet] = [await makeTenant({ channel: true }), await makeTenant({ channel: true })];
  for (let n = 0; n < 8; n += 1) await sendMessage(busy.agent, textTo(await makeCustomer(busy, busy.channel)));
  await sendMessage(quiet.agent, textTo(await makeCustomer(quiet, quiet.channel)));
  const claimed = await claimAttempts({ free: 6, freeOf: () => 6 });
  expect(claimed.map(({ tenantId }) => tenantId)).toEqual(expect.arrayContaining([busy.tenantId, quiet.tenantId]));
});

test("a suspended tenant sends nothing", async () => {
  const tenant = await makeTenant({ channel: true });
  const customer = await makeCustomer(tenant, tenant.channel);
  const message = await sendMessage(tenant.agent, textTo(customer));
  await ownerQuery("update tenants set status = 'suspended' where id = $1", [tenant.tenantId]);
  expect((await claimAttempts(wide)).filter(({ tenantId }) => tenantId === tenant.tenantId)).toEqual([]);
  const where = { conversationId: customer.conversationId, messageId: message.id };
  expect((await readMessage(tenant.agent, where)).status).toBe("queued");
});
