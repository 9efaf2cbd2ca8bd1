import { afterAll, expect, test } from "vitest";
import { sendMessage, startSending } from "@/lib/messages";
import { startSimulator } from "@/simulator";
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

test("what never left while Meta could not be reached leaves, once, when Meta is back", async () => {
  const scene = await makeScene(first);
  await first.close();
  const message = await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(statusOf(scene.agent, message)).toBe("retry_wait");
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("retry_wait");
  simulator = await startSimulator({ port: first.port });
  await registerChannel(simulator, scene.channel);
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toHaveLength(1);
});
