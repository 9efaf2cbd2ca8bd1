import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { newId } from "@/lib/ids";
import { eraseContact } from "@/lib/privacy";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { makeCustomer, textTo } from "@/test/sending";
import { messagesBody, receive, secondsAgo } from "@/test/webhooks";
import { applyStatuses } from "./apply-statuses";
import { callbackOf } from "./callback";
import { claimAttempts } from "./queue/claim";
import { recordOutcomes } from "./queue/record-outcomes";
import { sendMessage } from "./send";

/** A message that was under way when its contact was erased. */
async function makeErasedUnderWay() {
  const tenant = await makeTenant({ channel: true });
  const customer = await makeCustomer(tenant, tenant.channel);
  await sendMessage(tenant.agent, textTo(customer));
  const attempts = await claimAttempts({ free: 500, freeOf: () => 500 });
  const attempt = attempts.find(({ tenantId }) => tenantId === tenant.tenantId);
  if (!attempt) throw new Error("The message should have been claimed.");
  await eraseContact(tenant.owner, { contactId: customer.contactId });
  const wamid = `wamid.${newId()}`;
  const answer = () =>
    recordOutcomes(tenant.tenantId, [{ attempt, decision: { kind: "accepted", wamid, at: new Date() } }]);
  const report = (status: string, callbackId: string | null = null) =>
    withTenant(tenant, (tx) =>
      applyStatuses(tx, { tenantId: tenant.tenantId, channelId: tenant.channel.id }, [
        { wamid, status, recipient: "", at: new Date(), callbackId, pricing: null, errors: null },
      ]),
    );
  const kept = () => ownerQuery("select status from message_statuses where tenant_id = $1", [tenant.tenantId]);
  return { tenant, messageId: attempt.messageId, wamid, answer, report, kept };
}

test("Meta's answer about an erased message buries its id, and no status of it is kept", async () => {
  const { answer, report, kept } = await makeErasedUnderWay();
  await answer();
  expect(await report("delivered")).toEqual(["erased"]);
  expect(await kept()).toEqual([]);
});

test("a status that came before the answer about an erased message goes with the answer", async () => {
  const { answer, report, kept } = await makeErasedUnderWay();
  expect(await report("sent")).toEqual(["parked"]);
  await answer();
  expect(await kept()).toEqual([]);
  expect(await report("delivered")).toEqual(["erased"]);
});

test("a status that names an erased message by our id is dropped, with all others about it", async () => {
  const { messageId, report, kept } = await makeErasedUnderWay();
  expect(await report("sent")).toEqual(["parked"]);
  expect(await report("delivered", messageId)).toEqual(["erased"]);
  expect(await report("read")).toEqual(["erased"]);
  expect(await kept()).toEqual([]);
});

test("of a webhook about an erased message only its coming is noted", async () => {
  const { tenant, messageId, wamid, kept } = await makeErasedUnderWay();
  const status = {
    id: wamid,
    status: "delivered",
    timestamp: secondsAgo(1),
    recipient_id: "4915133333333",
    biz_opaque_callback_data: callbackOf(messageId),
  };
  await receive(tenant.channel, messagesBody(tenant.channel, { statuses: [status] }));
  expect(await kept()).toEqual([]);
  const items = await ownerQuery("select kind, outcome, payload_sealed from webhook_items where tenant_id = $1", [
    tenant.tenantId,
  ]);
  expect(items).toEqual([{ kind: "status", outcome: "set_aside", payload_sealed: null }]);
});

test("a status of a message that nobody erased still waits for it", async () => {
  const { tenant, kept } = await makeErasedUnderWay();
  const place = { tenantId: tenant.tenantId, channelId: tenant.channel.id };
  const about = { wamid: `wamid.${newId()}`, recipient: "", at: new Date(), pricing: null, errors: null };
  const outcomes = await withTenant(tenant, (tx) =>
    applyStatuses(tx, place, [{ ...about, status: "sent", callbackId: newId() }]),
  );
  expect(outcomes).toEqual(["parked"]);
  expect(await kept()).toEqual([{ status: "sent" }]);
});
