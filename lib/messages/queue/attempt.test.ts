import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { sendMessage } from "@/lib/messages";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { eventually, letTimePass, makeCustomer, textTo } from "@/test/sending";
import { makeAttempt } from "./attempt";
import { type Attempt, claimAttempts } from "./claim";
import { recordOutcomes } from "./record-outcomes";

async function makeClaimed() {
  const tenant = await makeTenant({ channel: true });
  await sendMessage(tenant.agent, textTo(await makeCustomer(tenant, tenant.channel)));
  const claim = async () => {
    const claimed = await claimAttempts({ free: 500, freeOf: () => 500 });
    return claimed.find(({ tenantId }) => tenantId === tenant.tenantId);
  };
  return { tenant, claim };
}

/** The keys of this workspace were read before and are remembered; of one that nobody knows they have to be read. */
const withUnreadKey = (attempt: Attempt, attempts: number) => ({ ...attempt, attempts, tenantId: newId() });

const endReadersOfKeys = () =>
  ownerQuery<{ ended: boolean }>(
    `select pg_terminate_backend(a.pid) as ended from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.relation = 'data_keys'::regclass and not l.granted`,
  );

test("a key that cannot be read for the moment holds the message up, however often", async () => {
  const { claim } = await makeClaimed();
  const attempt = await claim();
  if (!attempt) throw new Error("The message should have been claimed.");
  const lock = ownerQuery(
    "do $$ begin lock table data_keys in access exclusive mode; perform pg_sleep(20); end $$",
  ).catch(() => undefined);
  const isLocked = () =>
    ownerQuery("select pid from pg_locks where relation = 'data_keys'::regclass and mode = 'AccessExclusiveLock'");
  await eventually(isLocked).toHaveLength(1);
  const decision = makeAttempt(withUnreadKey(attempt, 20));
  await eventually(async () => (await endReadersOfKeys()).length > 0).toBe(true);
  expect(await decision).toMatchObject({ kind: "held_up" });
  const [holder] = (await isLocked()) as { pid: number }[];
  await ownerQuery("select pg_terminate_backend($1)", [holder?.pid]);
  await lock;
});

test("a fault of ours that stays ends the message after five attempts", async () => {
  const { claim } = await makeClaimed();
  const attempt = await claim();
  if (!attempt) throw new Error("The message should have been claimed.");
  expect(await makeAttempt(withUnreadKey(attempt, 4))).toMatchObject({ kind: "retry" });
  expect(await makeAttempt(withUnreadKey(attempt, 5))).toMatchObject({ kind: "failed", error: { gate: "internal" } });
});

test("an attempt that was held up is given back, and the message waits as before", async () => {
  const { tenant, claim } = await makeClaimed();
  for (let round = 0; round < 7; round += 1) {
    const attempt = await claim();
    expect(attempt?.attempts).toBe(1);
    if (!attempt) return;
    await recordOutcomes(tenant.tenantId, [{ attempt, decision: { kind: "held_up", delayMs: 60_000 } }]);
    expect(await claim()).toBeUndefined();
    await letTimePass(tenant);
  }
  expect(await ownerQuery("select state, attempts from outbox where tenant_id = $1", [tenant.tenantId])).toEqual([
    { state: "queued", attempts: 0 },
  ]);
});
