import { afterAll, afterEach, expect, test } from "vitest";
import { readConversation, resolveConversation } from "@/lib/conversations";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { ownerQuery } from "@/test/database";
import {
  eventsOf,
  eventually,
  makeScene,
  readOf,
  type Scene,
  startMeta,
  statusOf,
  textTo,
  wordsSent,
} from "@/test/sending";
import {
  cancelMessage,
  editScheduledMessage,
  listMessages,
  listScheduledMessages,
  sendMessage,
  sendScheduledMessageNow,
  startSending,
} from "./index";

const simulator = await startMeta();
const loops: Loop[] = [];
const start = () => loops.push(startSending());
afterEach(async () => {
  await Promise.all(loops.splice(0).map((loop) => loop.stop()));
});
afterAll(() => simulator.close());

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const later = (scene: Scene, body: string) =>
  sendMessage(scene.agent, { ...textTo(scene.customer, body), sendAt: inAnHour() });
const thread = async ({ agent, customer }: Scene) =>
  (await listMessages(agent, { conversationId: customer.conversationId, limit: 50 })).items.map(({ text }) => text);
const scheduled = async ({ agent, customer }: Scene) =>
  (await listScheduledMessages(agent, customer)).items.map(({ text }) => text);
const ref = ({ id, conversationId }: { id: string; conversationId: string }) => ({ messageId: id, conversationId });
const comes = ({ tenantId }: Scene) =>
  ownerQuery("update outbox set not_before = now() where tenant_id = $1 and state = 'scheduled'", [tenantId]);
const closeWindow = ({ customer }: Scene) =>
  ownerQuery("update service_windows set opened_at = now() - interval '2 days' where contact_id = $1", [
    customer.contactId,
  ]);

test("a message for later waits outside of the thread, and holds up nothing that is sent meanwhile", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  expect(message).toMatchObject({ status: "scheduled", undoUntil: null, scheduledFor: expect.any(String) });
  const now = await sendMessage(scene.agent, textTo(scene.customer, "Today"));
  start();
  await eventually(statusOf(scene.agent, now)).toBe("accepted");
  expect(await thread(scene)).toEqual(["Today", "Hello"]);
  expect(await scheduled(scene)).toEqual(["Tomorrow"]);
});

test("what is scheduled is no answer: the customer goes on waiting and the thread stays unread", async () => {
  const scene = await makeScene(simulator);
  await later(scene, "Tomorrow");
  const { waitingSince, unreadCount, assignee } = await readConversation(scene.agent, scene.customer);
  expect([waitingSince !== null, unreadCount, assignee]).toEqual([true, 1, null]);
});

test("when its time has come it is sent, once, however many engines look, and takes its place in the thread", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  const between = await sendMessage(scene.agent, textTo(scene.customer, "Today"));
  for (let engines = 0; engines < 3; engines += 1) start();
  await eventually(statusOf(scene.agent, between)).toBe("accepted");
  await comes(scene);
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Today", "Tomorrow"]);
  expect(await thread(scene)).toEqual(["Tomorrow", "Today", "Hello"]);
  expect((await eventsOf(scene)).filter((type) => type === "message.queued")).toHaveLength(2);
});

test("a restart loses nothing: the next engine sends what fell due meanwhile", async () => {
  const scene = await makeScene(simulator);
  start();
  const message = await later(scene, "Tomorrow");
  await loops.pop()?.stop();
  await comes(scene);
  start();
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Tomorrow"]);
});

test("the gate is asked again at the time: outside of the window it fails and says what to do", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  await closeWindow(scene);
  await comes(scene);
  start();
  await eventually(statusOf(scene.agent, message)).toBe("failed");
  const { failure, canSendAgain } = await readOf(scene.agent, message);
  expect(failure).toMatchObject({ code: "window_closed", nextStep: expect.stringContaining("template") });
  expect(canSendAgain).toBe(false);
  expect(await wordsSent(simulator, scene)).toEqual([]);
});

test("resolving the conversation does not keep a promised message from going", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  await resolveConversation(scene.agent, scene.customer);
  await comes(scene);
  start();
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
});

test("its words and its time can be changed until it leaves", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorow");
  const sendAt = new Date(Date.now() + 7_200_000).toISOString();
  const edited = await editScheduledMessage(scene.agent, {
    ...ref(message),
    sendAt,
    type: "text",
    text: { body: "Tomorrow" },
  });
  expect(edited).toMatchObject({ text: "Tomorrow", scheduledFor: sendAt, status: "scheduled" });
  await comes(scene);
  start();
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Tomorrow"]);
  await expect(editScheduledMessage(scene.agent, { ...ref(message), sendAt: inAnHour() })).rejects.toMatchObject({
    code: "message_not_scheduled",
  });
});

test("it can be sent now; where the gate says no it goes on waiting", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  await closeWindow(scene);
  await expect(sendScheduledMessageNow(scene.agent, ref(message))).rejects.toMatchObject({ code: "window_closed" });
  expect(await scheduled(scene)).toEqual(["Tomorrow"]);
  await ownerQuery("update service_windows set opened_at = now() where contact_id = $1", [scene.customer.contactId]);
  await sendScheduledMessageNow(scene.agent, ref(message));
  await expect(sendScheduledMessageNow(scene.agent, ref(message))).rejects.toMatchObject({ kind: "conflict" });
  start();
  await eventually(statusOf(scene.agent, message)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Tomorrow"]);
});

test("it can be cancelled, and then never leaves", async () => {
  const scene = await makeScene(simulator);
  const message = await later(scene, "Tomorrow");
  await cancelMessage(scene.agent, ref(message));
  await comes(scene);
  const after = await sendMessage(scene.agent, textTo(scene.customer, "Today"));
  start();
  await eventually(statusOf(scene.agent, after)).toBe("accepted");
  expect(await wordsSent(simulator, scene)).toEqual(["Today"]);
  expect([await scheduled(scene), await thread(scene)]).toEqual([[], ["Today", "Hello"]]);
});

test("whether a message is cancelled or leaves at its time is decided once", async () => {
  for (let round = 0; round < 8; round += 1) {
    const scene = await makeScene(simulator);
    const message = await later(scene, "Tomorrow");
    start();
    await comes(scene);
    const cancelled = await cancelMessage(scene.agent, ref(message)).then(
      () => true,
      () => false,
    );
    await eventually(statusOf(scene.agent, message)).toBe(cancelled ? "cancelled" : "accepted");
    expect(await wordsSent(simulator, scene)).toEqual(cancelled ? [] : ["Tomorrow"]);
    await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  }
});

test("a time in the past is now, one beyond 90 days is refused, and twenty in a conversation are the most", async () => {
  const scene = await makeScene(simulator);
  const at = (ms: number) => ({ ...textTo(scene.customer), sendAt: new Date(Date.now() + ms).toISOString() });
  expect(await sendMessage(scene.agent, at(-1_000))).toMatchObject({ status: "queued" });
  await expect(sendMessage(scene.agent, at(91 * 86_400_000))).rejects.toMatchObject({ code: "scheduled_too_far" });
  for (let count = 0; count < 20; count += 1) await sendMessage(scene.agent, at(60_000 + count));
  await expect(sendMessage(scene.agent, at(60_000))).rejects.toMatchObject({ code: "too_many_scheduled" });
});

test("one client id schedules once", async () => {
  const scene = await makeScene(simulator);
  const input = { ...textTo(scene.customer), clientId: newId(), sendAt: inAnHour() };
  const [one, other] = await Promise.all([sendMessage(scene.agent, input), sendMessage(scene.agent, input)]);
  expect(one.id).toBe(other.id);
  expect(await scheduled(scene)).toHaveLength(1);
});
