import { afterAll, beforeAll, expect, it } from "vitest";
import { channel, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
let made = 0;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

async function makeChannel(extra: object = {}) {
  made += 1;
  const phoneNumberId = `30000000000${made}`;
  await rig.control("POST", "channels", { ...channel, phoneNumberId, webhookUrl: rig.receiver.url, ...extra });
  return phoneNumberId;
}
const writeTo = (to: string, from = "16505551234") => rig.control("POST", "messages", { from, to, message: hello });

it("a closed window can come as a failed status instead, and only for the number it was set for", async () => {
  const id = await makeChannel();
  await rig.control("POST", "behaviour", { phoneNumberId: id, window: "status" });
  const { status, body } = await rig.send({ to: "16505557001", text: { body: "Hi" } }, id);
  expect(status).toBe(200);
  await expect.poll(() => rig.statusesOf(body.messages[0].id)).toHaveLength(1);
  expect(rig.statusesOf(body.messages[0].id)[0]).toMatchObject({ status: "failed", errors: [{ code: 131047 }] });
  expect((await rig.send({ to: "16505557001", text: { body: "Hi" } })).status).toBe(400);
});

it("the window can be left out of account", async () => {
  const id = await makeChannel();
  await rig.control("POST", "behaviour", { phoneNumberId: id, window: "off" });
  expect((await rig.send({ to: "16505557002", text: { body: "Hi" } }, id)).status).toBe(200);
});

it("more messages in a second than the number may send are refused", async () => {
  const id = await makeChannel({ throughput: 3 });
  await writeTo(id);
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => rig.send({ to: "16505551234", text: { body: "Hi" } }, id)),
  );
  const codes = answers.map(({ status, body }) => (status === 200 ? 200 : body.error.code));
  expect(codes).toContain(130429);
  expect(codes).toContain(200);
});

it("one customer gets 45 messages at once and no more, where the pair limit is on", async () => {
  const id = await makeChannel();
  await rig.control("POST", "behaviour", { phoneNumberId: id, pairLimit: true });
  await writeTo(id);
  await writeTo(id, "16505551235");
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => rig.send({ to: "16505551234", text: { body: "Hi" } }, id)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(45);
  expect(answers.find(({ status }) => status === 400)?.body.error.code).toBe(131056);
  expect((await rig.send({ to: "16505551235", text: { body: "Hi" } }, id)).status).toBe(200);
});

it("without automatic statuses none comes until one is ordered", async () => {
  const id = await makeChannel();
  await rig.control("POST", "behaviour", { phoneNumberId: id, autoStatuses: false });
  await writeTo(id);
  const { body } = await rig.send({ to: "16505551234", text: { body: "Hi" } }, id);
  const wamid = body.messages[0].id;
  const ordered = await rig.control("POST", "statuses", { wamid, status: "read" });
  expect(ordered.body.webhook).toEqual({ status: 200 });
  expect(rig.statusesOf(wamid).map(({ status }) => status)).toEqual(["read"]);
});

it("without reads a message stays delivered", async () => {
  const id = await makeChannel();
  await rig.control("POST", "behaviour", { phoneNumberId: id, reads: false });
  await writeTo(id);
  const quiet = (await rig.send({ to: "16505551234", text: { body: "Hi" } }, id)).body.messages[0].id;
  await expect.poll(() => rig.statusesOf(quiet)).toHaveLength(2);
  await rig.write(hello);
  const loud = (await rig.send({ to: "16505551234", text: { body: "Hi" } })).body.messages[0].id;
  await expect.poll(() => rig.statusesOf(loud)).toHaveLength(3);
  expect(rig.statusesOf(quiet)).toHaveLength(2);
});

it("a wish that is no wish is refused by name", async () => {
  const { status, body } = await rig.control("POST", "behaviour", { latencyMs: -1, read: true });
  expect(status).toBe(400);
  expect(body.error).toContain("latencyMs");
  expect(body.error).toContain("read");
});
