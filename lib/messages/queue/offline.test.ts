import { afterAll, expect, test } from "vitest";
import { sendMessage, startSending } from "@/lib/messages";
import { startSimulator } from "@/simulator";
import { ownerQuery } from "@/test/database";
import {
  eventually,
  letTimePass,
  makeScene,
  registerChannel,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";

const first = await startMeta();
let simulator = first;
const sending = startSending();

afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

const triesOf = (message: { id: string }) => async () => {
  const query = "select attempts from outbox where message_id = $1 and state = 'retry_wait'";
  return (await ownerQuery<{ attempts: number }>(query, [message.id]))[0]?.attempts;
};

test("what never left while Meta could not be reached leaves, once, when Meta is back", async () => {
  const scene = await makeScene(first);
  await first.close();
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(triesOf(message)).toBe(1);
  await letTimePass(scene);
  // A try still on its way would find a Meta that does not know the number yet.
  await eventually(triesOf(message)).toBe(2);
  expect(await statusOf(scene.agent, message)()).toBe("retry_wait");
  simulator = await startSimulator({ port: first.port });
  await registerChannel(simulator, scene.channel);
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toHaveLength(1);
});
