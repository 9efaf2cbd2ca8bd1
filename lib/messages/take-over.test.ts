import { afterAll, beforeAll, expect, test } from "vitest";
import { listTimeline, readConversation } from "@/lib/conversations";
import { sendMessage, takeOverThread } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { control, makeScene, orderFault, type Scene, startMeta, textTo } from "@/test/sending";
import { changeBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startMeta();
});

afterAll(() => simulator.close());

/** An AI agent has the thread, at Meta and by what Meta told us. */
async function makeTaken() {
  const scene = await makeScene(simulator);
  const { phone, conversationId } = scene.customer;
  const { phoneNumberId } = scene.channel;
  await control(simulator, "responders", { phoneNumberId, from: phone, responder: "ai_agent" });
  await receive(scene.channel, handover(scene, "control_taken", secondsAgo(-2)));
  const read = () => readConversation(scene.agent, { conversationId });
  const take = () => takeOverThread(scene.agent, { conversationId });
  return { ...scene, read, take };
}

function handover({ channel, customer }: Scene, type: "control_taken" | "control_passed", timestamp: string) {
  return changeBody(channel, "messaging_handovers", {
    messaging_product: "whatsapp",
    sender: { phone_number: customer.phone },
    recipient: { phone_number_id: channel.phoneNumberId },
    type,
    timestamp,
    [type]: { previous_owner_role: "customer_service", new_owner_role: "ai_agent" },
  });
}

const standby = ({ channel, customer: { phone } }: Scene, timestamp: string) =>
  changeBody(channel, "standby", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: channel.displayPhoneNumber, phone_number_id: channel.phoneNumberId },
    standby: { messages: [textMessage({ phone }, { timestamp })] },
  });

test("who has a thread is shown, nothing is sent there, and after taking it over answers go", async () => {
  const scene = await makeTaken();
  expect(await scene.read()).toMatchObject({ owner: "other", responder: "ai_agent" });
  await expect(sendMessage(scene.agent, textTo(scene.customer))).rejects.toMatchObject({
    code: "thread_owned_by_other",
  });
  expect(await scene.take()).toMatchObject({ owner: "us", responder: null });
  await sendMessage(scene.agent, textTo(scene.customer));
  const { conversationId } = scene.customer;
  const { items } = await listTimeline(scene.agent, { conversationId, limit: 50 });
  expect(items.find(({ details }) => details.taken)).toMatchObject({
    type: "conversation.ownerChanged",
    actor: { id: scene.agent.id },
  });
});

test("a thread that is taken over while nobody has it waits in the queue from then on", async () => {
  const scene = await makeTaken();
  const { conversationId } = scene.customer;
  await ownerQuery("update conversations set state = 'queued', assignee_id = null where id = $1", [conversationId]);
  await scene.take();
  expect((await listTypes(scene.tenantId, conversationId)).at(-1)).toBe("conversation.queued");
  const [row] = await ownerQuery("select queued_since is not null as waits from conversations where id = $1", [
    conversationId,
  ]);
  expect(row).toEqual({ waits: true });
});

test("a copy from before the take-over that comes late takes nothing back; a new one does", async () => {
  const scene = await makeTaken();
  await scene.take();
  await receive(scene.channel, standby(scene, secondsAgo(30)));
  expect(await scene.read()).toMatchObject({ owner: "us" });
  await receive(scene.channel, standby(scene, secondsAgo(-5)));
  expect(await scene.read()).toMatchObject({ owner: "other" });
});

test("what Meta refuses changes nothing here, and says why", async () => {
  const scene = await makeTaken();
  const { phoneNumberId } = scene.channel;
  await control(simulator, "responders", { phoneNumberId, from: scene.customer.phone, responder: null });
  await ownerQuery("update conversations set owner = 'other' where id = $1", [scene.customer.conversationId]);
  await expect(scene.take()).rejects.toMatchObject({ kind: "refused", code: "meta_2494191" });
  expect(await scene.read()).toMatchObject({ owner: "other" });
});

test("a thread that is ours is taken over without asking Meta, and no event tells of it", async () => {
  const scene = await makeScene(simulator);
  await orderFault(simulator, scene.customer, "error:131000");
  const { conversationId } = scene.customer;
  expect(await takeOverThread(scene.agent, { conversationId })).toMatchObject({ owner: "us" });
  expect((await listTimeline(scene.agent, { conversationId, limit: 50 })).items).toEqual([]);
});
