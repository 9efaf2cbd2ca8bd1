import { afterAll, expect, test } from "vitest";
import { ownerQuery } from "@/test/database";
import { control, eventually, letTimePass, makeScene, type Scene, startMeta, statusOf, textTo } from "@/test/sending";
import {
  cancelMessage,
  listMessages,
  markConversationRead,
  sendMessage,
  showTyping,
  startSending,
  tellRead,
} from "./index";

const simulator = await startMeta();
const sending = startSending();
afterAll(async () => {
  await sending.stop();
  await simulator.close();
});

/** The customer's message exists at Meta too, so that it can be seen to be read there. */
async function makeWritten(): Promise<Scene> {
  const scene = await makeScene(simulator);
  const { customer, channel } = scene;
  const text = { type: "text", text: { body: "Hello" } };
  const written = await control(simulator, "messages", {
    from: customer.phone,
    to: channel.phoneNumberId,
    message: text,
  });
  const { id } = written as { id: string };
  await ownerQuery("update messages set wamid = $2 where wamid = $1", [customer.wamid, id]);
  return scene;
}

type Phone = { customers: { phone?: string; typingUntil: number; entries: { tick: string }[] }[] };

async function phoneOf({ channel, customer }: Scene) {
  const response = await fetch(`${simulator.url}/phone/state?to=${channel.phoneNumberId}`);
  const { customers } = (await response.json()) as Phone;
  const chat = customers.find(({ phone }) => phone === customer.phone);
  return { tick: chat?.entries[0]?.tick, isTyping: (chat?.typingUntil ?? 0) > Date.now() };
}

test("an agent who reads a thread turns the customer's ticks blue", async () => {
  const scene = await makeWritten();
  const { unreadCount } = await markConversationRead(scene.agent, scene.customer);
  expect(unreadCount).toBe(0);
  await eventually(() => phoneOf(scene)).toEqual({ tick: "read", isTyping: false });
});

test("the customer sees that an answer is being written", async () => {
  const scene = await makeWritten();
  await showTyping(scene.agent, scene.customer);
  await eventually(() => phoneOf(scene)).toEqual({ tick: "read", isTyping: true });
});

const setMode = ({ channel }: Scene, mode: string) =>
  ownerQuery("update channels set read_receipts = $2 where id = $1", [channel.id, mode]);

test("where it is told by hand, neither reading nor writing nor answering tells it, and who comes next sees that it was told", async () => {
  const [silent, telling] = [await makeWritten(), await makeWritten()];
  await setMode(silent, "by_hand");
  await markConversationRead(silent.agent, silent.customer);
  await showTyping(silent.agent, silent.customer);
  await sendMessage(silent.agent, textTo(silent.customer));
  await showTyping(telling.agent, telling.customer);
  await eventually(() => phoneOf(telling)).toEqual({ tick: "read", isTyping: true });
  expect(await phoneOf(silent)).toEqual({ tick: "accepted", isTyping: false });
  await tellRead(silent.agent, silent.customer);
  await eventually(() => phoneOf(silent)).toEqual({ tick: "read", isTyping: false });
  const readAt = async () => {
    const { items } = await listMessages(silent.owner, { conversationId: silent.customer.conversationId, limit: 50 });
    return items.find(({ direction }) => direction === "in")?.readAt;
  };
  await eventually(readAt).toEqual(expect.any(String));
});

test("where it is told with the answer, reading and writing do not tell it", async () => {
  const [scene, telling] = [await makeWritten(), await makeWritten()];
  await setMode(scene, "on_reply");
  await markConversationRead(scene.agent, scene.customer);
  await showTyping(scene.agent, scene.customer);
  await showTyping(telling.agent, telling.customer);
  await eventually(() => phoneOf(telling)).toEqual({ tick: "read", isTyping: true });
  expect(await phoneOf(scene)).toEqual({ tick: "accepted", isTyping: false });
  await sendMessage(scene.agent, textTo(scene.customer));
  await eventually(() => phoneOf(scene)).toEqual({ tick: "read", isTyping: false });
});

test("where it is told with the answer, one that is taken back has told nothing, and one that was held tells it when it leaves", async () => {
  const scene = await makeWritten();
  await setMode(scene, "on_reply");
  const hold = () => sendMessage(scene.agent, { ...textTo(scene.customer), undoSeconds: 10 });
  const { id: messageId, conversationId } = await hold();
  await cancelMessage(scene.agent, { conversationId, messageId });
  const other = await makeWritten();
  await setMode(other, "on_reply");
  await sendMessage(other.agent, textTo(other.customer));
  await eventually(() => phoneOf(other)).toEqual({ tick: "read", isTyping: false });
  await hold();
  expect(await phoneOf(scene)).toEqual({ tick: "accepted", isTyping: false });
  await letTimePass(scene);
  await eventually(() => phoneOf(scene)).toEqual({ tick: "read", isTyping: false });
});

test("where it is told with the answer, a scheduled one tells it when its time has come", async () => {
  const scene = await makeWritten();
  await setMode(scene, "on_reply");
  const sendAt = new Date(Date.now() + 3_600_000).toISOString();
  const later = await sendMessage(scene.agent, { ...textTo(scene.customer), sendAt });
  expect(await phoneOf(scene)).toEqual({ tick: "accepted", isTyping: false });
  await letTimePass(scene);
  await eventually(statusOf(scene.agent, later)).toBe("accepted");
  await eventually(() => phoneOf(scene)).toEqual({ tick: "read", isTyping: false });
});

test("a number whose token is dead does not keep an agent from reading", async () => {
  const scene = await makeWritten();
  await control(simulator, "tokens", { token: scene.channel.token, state: "expired" });
  expect(await markConversationRead(scene.agent, scene.customer)).toMatchObject({ unreadCount: 0 });
});
