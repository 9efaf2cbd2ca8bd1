import { afterAll, beforeAll, expect, test } from "vitest";
import { channel, customer, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});

afterAll(() => rig.close());

const responders = (more: object) =>
  rig.control("POST", "responders", { phoneNumberId: channel.phoneNumberId, from: customer, ...more });
const control = (body: object) =>
  rig.call("POST", `/v25.0/${channel.phoneNumberId}/thread_control`, { messaging_product: "whatsapp", ...body });
const lastChange = () => rig.receiver.received.at(-1)?.body.entry[0]?.changes[0];

test("while another responder has a thread the app gets copies, and may not send until it takes the thread", async () => {
  await rig.write(hello);
  await responders({ responder: "ai_agent" });
  expect(lastChange()).toMatchObject({
    field: "messaging_handovers",
    value: { type: "control_taken", control_taken: { new_owner_role: "ai_agent" }, sender: { phone_number: customer } },
  });
  await rig.write(hello);
  expect(lastChange()).toMatchObject({ field: "standby", value: { standby: { messages: [{ type: "text" }] } } });
  await responders({ says: "We open at nine." });
  expect(lastChange()).toMatchObject({
    field: "standby",
    value: { standby: { message_echoes: [{ message: { text: { body: "We open at nine." } } }] } },
  });
  expect((await rig.send({ to: customer, ...hello })).body.error.code).toBe(131070);
  expect((await control({ action: "take", to: customer })).json()).toEqual({ success: true });
  expect((await rig.send({ to: customer, ...hello })).status).toBe(200);
  await rig.write(hello);
  expect(lastChange()?.field).toBe("messages");
});

test("control that would change nothing is refused", async () => {
  const refused = await control({ action: "take", to: customer });
  expect(refused.status).toBe(400);
  expect(refused.json().error.code).toBe(2494191);
});
