import { expect, test } from "vitest";
import { sendMessage } from "@/lib/messages";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { letTimePass, makeCustomer, textTo } from "@/test/sending";
import { type Attempt, claimAttempts } from "./claim";
import { OutcomeLanes } from "./outcome-lanes";
import { recordOutcomes } from "./record-outcomes";
import { settleAmbiguous } from "./settle";

async function makeUnderWay(count: number) {
  const tenant = await makeTenant({ channel: true });
  for (let n = 0; n < count; n += 1) {
    await sendMessage(tenant.agent, textTo(await makeCustomer(tenant, tenant.channel)));
  }
  const claimed = await claimAttempts({ free: 500, freeOf: () => 500 });
  const attempts = claimed.filter(({ tenantId }) => tenantId === tenant.tenantId);
  expect(attempts).toHaveLength(count);
  return { tenant, attempts };
}

const accepted = (attempt: Attempt, wamid = `wamid.${attempt.messageId}`) => ({
  attempt,
  decision: { kind: "accepted" as const, wamid, at: new Date() },
});

const failed = (attempt: Attempt, error: Record<string, unknown>) => ({
  attempt,
  decision: { kind: "failed" as const, code: 131026, error },
});

const shown = async (attempts: Attempt[]) => {
  const rows = await ownerQuery<{ id: string; status: string }>("select id, status from messages where id = any($1)", [
    attempts.map(({ messageId }) => messageId),
  ]);
  const byId = new Map(rows.map(({ id, status }) => [id, status]));
  return attempts.map(({ messageId }) => byId.get(messageId));
};

test("an answer that cannot be stored costs the others nothing, and its own message becomes ambiguous", async () => {
  const { tenant, attempts } = await makeUnderWay(4);
  const [one, nul, half, other] = attempts as [Attempt, Attempt, Attempt, Attempt];
  const lanes = new OutcomeLanes(recordOutcomes);
  await Promise.all([
    lanes.write(accepted(one)),
    lanes.write(accepted(nul, "wamid.\u0000")),
    lanes.write(failed(half, { message: "\ud800" })),
    lanes.write(accepted(other)),
  ]);
  expect(await shown(attempts)).toEqual(["accepted", "sending", "sending", "accepted"]);
  await letTimePass(tenant);
  await settleAmbiguous();
  expect(await shown(attempts)).toEqual(["accepted", "ambiguous", "ambiguous", "accepted"]);
});

test("while the database is away an answer is kept until it can be written", async () => {
  const { attempts } = await makeUnderWay(1);
  const [attempt] = attempts as [Attempt];
  const failures = [
    Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("the database system is starting up"), { code: "57P03" }),
    Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }),
  ];
  const lanes = new OutcomeLanes(async (tenantId, outcomes) => {
    const failure = failures.shift();
    if (failure) throw failure;
    await recordOutcomes(tenantId, outcomes);
  });
  await lanes.write(accepted(attempt));
  expect(failures).toEqual([]);
  expect(await shown([attempt])).toEqual(["accepted"]);
});
