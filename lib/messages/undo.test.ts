import { afterAll, afterEach, expect, test } from "vitest";
import { readConversation } from "@/lib/conversations";
import type { Loop } from "@/lib/jobs";
import { ownerQuery } from "@/test/database";
import {
  eventsOf,
  eventually,
  letTimePass,
  makeScene,
  type Scene,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";
import { cancelMessage, listMessages, sendMessage, startSending } from "./index";

const simulator = await startMeta();
const loops: Loop[] = [];
const start = () => loops.push(startSending());
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
});
afterAll(() => simulator.close());

const hold = (scene: Scene, body: string) =>
  sendMessage(scene.agent, { ...textTo(scene.customer, body), undoSeconds: 10 });
const ref = ({ id, conversationId }: { id: string; conversationId: string }) => ({ messageId: id, conversationId });

test("a message that is held back stands in the thread, does not leave, and keeps those after it in order", async () => {
  const scene = await makeScene(simulator);
  const held = await hold(scene, "First");
  expect(held).toMatchObject({ status: "queued", undoUntil: expect.any(String) });
  const behind = await sendMessage(scene.agent, textTo(scene.customer, "Second"));
  const other = await makeScene(simulator);
  const elsewhere = await sendMessage(other.agent, textTo(other.customer));
  start();
  await eventually(statusOf(other.agent, elsewhere)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual([]);
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, behind)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["First", "Second"]);
});

test("taken back, it never leaves, is gone from the thread, and the customer waits again", async () => {
  const scene = await makeScene(simulator);
  const before = await readConversation(scene.agent, scene.customer);
  const held = await hold(scene, "Oops");
  expect(await readConversation(scene.agent, scene.customer)).toMatchObject({ waitingSince: null });
  expect(await cancelMessage(scene.agent, ref(held))).toMatchObject({ status: "cancelled", text: "Oops" });
  const after = await readConversation(scene.agent, scene.customer);
  expect(after.waitingSince).toBe(before.waitingSince);
  expect(after.lastMessage?.text).toBe("Hello");
  const { items } = await listMessages(scene.agent, { conversationId: scene.customer.conversationId, limit: 50 });
  expect(items.map(({ text }) => text)).toEqual(["Hello"]);
  start();
  await letTimePass(scene);
  const next = await sendMessage(scene.agent, textTo(scene.customer, "Better"));
  await eventually(statusOf(scene.agent, next)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Better"]);
  expect(await eventsOf(scene)).toContain("message.cancelled");
});

test("of two answers the customer still has one when the other is taken back", async () => {
  const scene = await makeScene(simulator);
  await hold(scene, "Stays");
  const held = await hold(scene, "Oops");
  await cancelMessage(scene.agent, ref(held));
  expect(await readConversation(scene.agent, scene.customer)).toMatchObject({
    waitingSince: null,
    lastMessage: { text: "Stays" },
  });
});

test("what has left cannot be taken back, and says so", async () => {
  const scene = await makeScene(simulator);
  const sent = await sendMessage(scene.agent, textTo(scene.customer));
  start();
  await eventually(statusOf(scene.agent, sent)).toBe("accepted");
  await expect(cancelMessage(scene.agent, ref(sent))).rejects.toMatchObject({ kind: "conflict", code: "message_left" });
});

test("taking back twice is taking back once", async () => {
  const scene = await makeScene(simulator);
  const held = await hold(scene, "Oops");
  const answers = await Promise.all([cancelMessage(scene.agent, ref(held)), cancelMessage(scene.agent, ref(held))]);
  expect(answers.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
  expect((await eventsOf(scene)).filter((type) => type === "message.cancelled")).toHaveLength(1);
});

test("a message that waits behind a stopped number can be taken back as well", async () => {
  const scene = await makeScene(simulator);
  const waiting = await sendMessage(scene.agent, textTo(scene.customer));
  await ownerQuery("update channels set state = 'stopped', stopped_code = 190, stopped_at = now() where id = $1", [
    scene.channel.id,
  ]);
  expect(await cancelMessage(scene.agent, ref(waiting))).toMatchObject({ status: "cancelled" });
});

test("a colleague who does not see the conversation cannot take its messages back", async () => {
  const scene = await makeScene(simulator);
  const held = await hold(scene, "Mine");
  await ownerQuery("update conversations set department_id = $2 where id = $1", [
    scene.customer.conversationId,
    scene.departments[0].id,
  ]);
  await expect(cancelMessage(scene.agent2, ref(held))).rejects.toMatchObject({ code: "conversation_not_found" });
});
