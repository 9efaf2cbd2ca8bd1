import { afterAll, beforeAll, expect, test } from "vitest";
import { blockContact, unblockContact } from "@/lib/contacts";
import type { Loop } from "@/lib/jobs";
import { sendMessage, startSending } from "@/lib/messages";
import type { RunningSimulator } from "@/simulator";
import {
  control,
  eventually,
  holdBack,
  letTimePass,
  makeScene,
  sentBy,
  startMeta,
  statusOf,
  textTo,
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

async function makeWritten() {
  const scene = await makeScene(simulator);
  const message = { type: "text", text: { body: "Hello" } };
  await control(simulator, "messages", { from: scene.customer.phone, to: scene.channel.phoneNumberId, message });
  return scene;
}

test("nothing is sent to a blocked contact: the refusal says why and what to do, and unblocking lifts it", async () => {
  const { agent, customer } = await makeWritten();
  await blockContact(agent, customer);
  await expect(sendMessage(agent, textTo(customer))).rejects.toMatchObject({
    kind: "refused",
    code: "contact_blocked",
    nextStep: "Unblock the contact first.",
  });
  await unblockContact(agent, customer);
  await eventually(statusOf(agent, await sendMessage(agent, textTo(customer)))).toBe("accepted");
});

test("what waits in the outbox when its contact is blocked does not leave", async () => {
  const scene = await makeWritten();
  const { agent, customer, channel } = scene;
  await holdBack(scene);
  const waiting = await sendMessage(agent, textTo(customer, "Too late"));
  await blockContact(agent, customer);
  await letTimePass(scene);
  await eventually(statusOf(agent, waiting)).toBe("failed");
  expect(await sentBy(simulator, channel)).toEqual([]);
});
