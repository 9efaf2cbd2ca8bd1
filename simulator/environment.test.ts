import { expect, it } from "vitest";
import { readEnvironment } from "./environment";
import { startSimulator } from "./index";

it("an empty environment gives the demo's number on the usual port", () => {
  const { host, port, channels } = readEnvironment({});
  expect([host, port]).toEqual(["127.0.0.1", 3100]);
  expect(channels?.[0]).toMatchObject({ phoneNumberId: "106540352242922", wabaId: "102290129340398" });
});

it.each([
  ["HOST", "0.0.0.0"],
  ["SIMULATOR_PORT", "seventy"],
  ["SIMULATOR_WEBHOOK_URL", "https://example.com/webhook"],
  ["WHATSAPP_APP_ID", "my-app"],
])("a bad %s is named", (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name}: must be`));
});

it("no other address than this machine's is listened on", async () => {
  await expect(startSimulator({ host: "0.0.0.0" })).rejects.toThrow(/HOST.*loopback/);
});
