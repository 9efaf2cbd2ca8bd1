import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { sendMessage, sendMessageAgain, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  eventsOf,
  eventually,
  holdBack,
  letTimePass,
  makeScene,
  orderFault,
  readOf,
  reportAll,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";

let simulator: RunningSimulator;
let sending: Loop;

beforeAll(async () => {
  simulator = await startMeta();
  sending = startSending();
});

afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

test.each(["reset-after-accept", "bad-json", "http:500"])(
  "after %s nobody knows, so nothing is sent again, and those behind wait for the status",
  async (fault) => {
    const scene = await makeScene(simulator);
    await orderFault(simulator, scene.customer, fault);
    const unsure = await sendMessage(scene.agent, textTo(scene.customer, "first"));
    const behind = await sendMessage(scene.agent, textTo(scene.customer, "second"));
    await eventually(statusOf(scene.agent, unsure)).toBe("ambiguous");
    expect(await readOf(scene.agent, unsure)).toMatchObject({ canSendAgain: false });
    expect((await readOf(scene.agent, behind)).status).toBe("queued");
    if (fault === "http:500") return;
    expect(await wordsSent(simulator, scene)).toEqual(["first"]);
    await reportAll(simulator, scene, "delivered");
    expect(await readOf(scene.agent, unsure)).toMatchObject({ status: "delivered", canSendAgain: false });
    await eventually(statusOf(scene.agent, behind)).toBe("accepted");
    expect(await wordsSent(simulator, scene)).toEqual(["first", "second"]);
  },
);

test("without a status in time people decide: those behind go on, and sending again makes a new message", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "reset-after-accept");
  const unsure = await sendMessage(scene.agent, textTo(scene.customer, "first"));
  const behind = await sendMessage(scene.agent, textTo(scene.customer, "second"));
  await eventually(statusOf(scene.agent, unsure)).toBe("ambiguous");
  const again = { conversationId: unsure.conversationId, messageId: unsure.id, clientId: newId() };
  await expect(sendMessageAgain(scene.agent, again)).rejects.toMatchObject({ code: "message_not_failed" });
  await letTimePass(scene);
  await eventually(() => readOf(scene.agent, unsure)).toMatchObject({ canSendAgain: true });
  expect(await eventsOf(scene)).toContain("message.unconfirmed");
  await eventually(statusOf(scene.agent, behind)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["first", "second"]);

  const repeat = await sendMessageAgain(scene.agent, again);
  expect(repeat.id).not.toBe(unsure.id);
  expect((await sendMessageAgain(scene.agent, again)).id).toBe(repeat.id);
  await eventually(() => wordsSent(simulator, scene)).toEqual(["first", "second", "first"]);
  await reportAll(simulator, scene, "delivered");
  expect(await readOf(scene.agent, unsure)).toMatchObject({ status: "delivered", canSendAgain: false });
});

test("while ingest is behind, people are not asked yet", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "reset-after-accept");
  const unsure = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, unsure)).toBe("ambiguous");
  const [{ id } = { id: 0 }] = await ownerQuery<{ id: number }>(
    `insert into webhook_log (meta_app_ids, received_at, body)
     select array[id], now() - interval '1 minute', 'x' from meta_apps limit 1 returning id`,
  );
  await ownerQuery("update outbox set settles_by = now() + interval '1 second' where tenant_id = $1", [scene.tenantId]);
  const settlesLater = () =>
    ownerQuery("select settles_by > now() + interval '10 seconds' as later from outbox where message_id = $1", [
      unsure.id,
    ]);
  await eventually(settlesLater).toEqual([{ later: true }]);
  await ownerQuery("delete from webhook_log where id = $1", [id]);
  await letTimePass(scene);
  await eventually(() => readOf(scene.agent, unsure)).toMatchObject({ canSendAgain: true });
});

test("a lease that ran out becomes ambiguous, never queued", async () => {
  const scene = await makeScene(simulator);
  await holdBack(scene);
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await ownerQuery(
    `update outbox set state = 'sending', lease_token = $2, leased_until = now() - interval '1 second' where message_id = $1`,
    [message.id, newId()],
  );
  await ownerQuery("update messages set status = 'sending' where id = $1", [message.id]);
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("ambiguous");
  expect(await wordsSent(simulator, scene)).toEqual([]);
});
