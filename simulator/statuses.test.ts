import { afterAll, beforeAll, expect, it } from "vitest";
import { customer, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  await rig.write(hello);
});
afterAll(() => rig.close());

async function sendAndFollow(body: object, count = 3) {
  const { body: answer } = await rig.send(body);
  const wamid: string = answer.messages[0].id;
  await expect.poll(() => rig.statusesOf(wamid)).toHaveLength(count);
  const contacts = rig
    .values()
    .filter(({ statuses }) => statuses?.some(({ id }) => id === wamid))
    .flatMap((value) => value.contacts ?? []);
  return { wamid, statuses: rig.statusesOf(wamid), contacts };
}

it("sent, delivered and read follow a send, with its callback data and the phone", async () => {
  const { statuses } = await sendAndFollow({
    to: `+${customer}`,
    text: { body: "Hi" },
    biz_opaque_callback_data: "m-7",
  });
  expect(statuses.map(({ status }) => status).sort()).toEqual(["delivered", "read", "sent"]);
  for (const status of statuses) {
    expect(status).toMatchObject({ recipient_id: customer, biz_opaque_callback_data: "m-7" });
    expect(status.timestamp).toMatch(/^\d{10}$/);
    expect(status.conversation).toBeUndefined();
  }
});

it("an answer inside the window is free, a template outside is charged by its category", async () => {
  const answer = await sendAndFollow({ to: `+${customer}`, text: { body: "Hi" } });
  const priced = answer.statuses.filter(({ pricing }) => pricing);
  expect(priced.map(({ status }) => status).sort()).toEqual(["delivered", "sent"]);
  expect(priced[0]?.pricing).toEqual({
    billable: false,
    pricing_model: "PMP",
    type: "free_customer_service",
    category: "service",
  });
  const template = { name: "hello_world", language: { code: "en_US" } };
  const charged = await sendAndFollow({ to: "+16505558888", type: "template", template });
  const sent = charged.statuses.find(({ status }) => status === "sent");
  expect(sent?.pricing).toEqual({ billable: true, pricing_model: "PMP", type: "regular", category: "utility" });
});

it("a send to a user id whose phone is hidden shows the phone nowhere", async () => {
  const userId = "US.80000000000000000001";
  await rig.write(hello, { userId, username: "river.oak", name: "River" });
  const { wamid, statuses, contacts } = await sendAndFollow({ recipient: userId, text: { body: "Hi" } });
  for (const status of statuses) {
    expect(status.recipient_user_id).toBe(userId);
    expect(status).not.toHaveProperty("recipient_id");
  }
  for (const contact of contacts) expect(contact).not.toHaveProperty("wa_id");
  expect(contacts).toContainEqual({ profile: { name: "River", username: "river.oak" }, user_id: userId });
  expect(Buffer.from(wamid.slice(6), "base64").toString("latin1")).toContain(userId);
});

it("a reaction gets sent and nothing more", async () => {
  const { body } = await rig.write(hello);
  const { wamid } = await sendAndFollow(
    { to: customer, type: "reaction", reaction: { message_id: body.id, emoji: "👍" } },
    1,
  );
  await sendAndFollow({ to: customer, text: { body: "after it" } });
  expect(rig.statusesOf(wamid).map(({ status }) => status)).toEqual(["sent"]);
});

it("an ordered failure carries the code in Meta's words, and no contact", async () => {
  const { wamid } = await sendAndFollow({ to: customer, text: { body: "Hi" } });
  await rig.control("POST", "statuses", { wamid, status: "failed", code: 131026 });
  const value = rig
    .values()
    .find(({ statuses }) => statuses?.some(({ id, status }) => id === wamid && status === "failed"));
  expect(value?.contacts).toBeUndefined();
  const failed = value?.statuses?.find(({ status }) => status === "failed");
  expect(failed).toMatchObject({
    errors: [{ code: 131026, title: "Message undeliverable", error_data: { details: "Message Undeliverable." } }],
  });
  expect(failed).not.toHaveProperty("pricing");
});

it("a status for a message nobody sent is refused", async () => {
  const { status, body } = await rig.control("POST", "statuses", { wamid: "wamid.unknown", status: "read" });
  expect(status).toBe(404);
  expect(body.error).toContain("wamid.unknown");
});
