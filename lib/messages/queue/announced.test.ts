import { expect, test } from "vitest";
import { readConversation } from "@/lib/conversations";
import { sendMessage } from "@/lib/messages";
import { makeTenant } from "@/test/factories";
import { eventsOf, letTimePass, makeCustomer, readOf, textTo } from "@/test/sending";
import { type Attempt, claimAttempts } from "./claim";
import type { Decision } from "./decide";
import { recordOutcomes } from "./record-outcomes";
import { settleAmbiguous } from "./settle";

async function makeWatched() {
  const tenant = await makeTenant({ channel: true });
  const message = await sendMessage(tenant.agent, textTo(await makeCustomer(tenant, tenant.channel)));
  let attempt: Attempt | undefined;
  const claim = async () => {
    await letTimePass(tenant);
    const claimed = await claimAttempts({ free: 500, freeOf: () => 500 });
    attempt = claimed.find(({ tenantId }) => tenantId === tenant.tenantId);
    expect(attempt).toBeDefined();
  };
  const record = async (decision: Decision) => {
    if (attempt) await recordOutcomes(tenant.tenantId, [{ attempt, decision }]);
  };
  const loseLease = async () => {
    await letTimePass(tenant);
    await settleAmbiguous();
  };
  const look = async () => ({
    message: await readOf(tenant.agent, message),
    lastMessage: (await readConversation(tenant.agent, { conversationId: message.conversationId })).lastMessage,
  });
  /** Does something; what is seen may change only with an event. Answers with the new events and the status shown. */
  const see = async (act: () => Promise<void>) => {
    const [before, known] = [await look(), (await eventsOf(tenant)).length];
    await act();
    const [after, events] = [await look(), (await eventsOf(tenant)).slice(known)];
    if (events.length === 0) expect(after).toEqual(before);
    expect(after.lastMessage?.status).toBe(after.message.status);
    return [after.message.status, ...events];
  };
  return { claim, record, loseLease, see };
}

const retry: Decision = { kind: "retry", delayMs: 60_000 };

test("a message that is under way is shown as queued; that it has to be tried again is announced once", async () => {
  const { claim, record, see } = await makeWatched();
  expect(await see(claim)).toEqual(["queued"]);
  expect(await see(() => record(retry))).toEqual(["retry_wait", "message.delayed"]);
  expect(await see(claim)).toEqual(["retry_wait"]);
  expect(await see(() => record(retry))).toEqual(["retry_wait"]);
  expect(await see(claim)).toEqual(["retry_wait"]);
  expect(await see(() => record({ kind: "held_up", delayMs: 60_000 }))).toEqual(["retry_wait"]);
  expect(await see(claim)).toEqual(["retry_wait"]);
  expect(await see(() => record({ kind: "accepted", wamid: "wamid.announced", at: new Date() }))).toEqual([
    "accepted",
    "message.accepted",
  ]);
});

test("that nobody knows what became of it is announced when it begins, and when people are asked", async () => {
  const { claim, record, loseLease, see } = await makeWatched();
  await see(claim);
  expect(await see(() => record({ kind: "ambiguous" }))).toEqual(["ambiguous", "message.unsure"]);
  expect(await see(loseLease)).toEqual(["ambiguous", "message.unconfirmed"]);
});

test("an attempt whose holder died is announced as unsure, also after a retry", async () => {
  const first = await makeWatched();
  await first.see(first.claim);
  expect(await first.see(first.loseLease)).toEqual(["ambiguous", "message.unsure"]);
  const again = await makeWatched();
  await again.see(again.claim);
  await again.see(() => again.record(retry));
  await again.see(again.claim);
  expect(await again.see(again.loseLease)).toEqual(["ambiguous", "message.unsure"]);
});

test("a stop of the number leaves the message shown as it was", async () => {
  const { claim, record, see } = await makeWatched();
  await see(claim);
  expect(await see(() => record({ kind: "stop_channel", code: 190 }))).toEqual(["queued", "channel.stopped"]);
});
