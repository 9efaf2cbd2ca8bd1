import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, type Rig, startRig } from "./test-rig";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const change = (body: object) => rig.control("POST", "templates", { wabaId: channel.wabaId, ...body });
const listed = async (name: string) => {
  const path = `/v25.0/${channel.wabaId}/message_templates?limit=100&name=${name}`;
  return (await rig.call("GET", path)).json().data as { name: string; status: string; components: unknown[] }[];
};

describe("the control API changes an account's templates", () => {
  it("and the list, the checks and the phone follow", async () => {
    const body = { type: "BODY", text: "Hello {{1}}, the tea is ready." };
    await change({ name: "tea_is_ready", language: "en", components: [body] });
    expect(await listed("tea_is_ready")).toMatchObject([{ status: "APPROVED", components: [body] }]);
    const components = [{ type: "body", parameters: [{ type: "text", text: "Testa" }] }];
    const template = { name: "tea_is_ready", language: { code: "en" }, components };
    expect((await rig.send({ to: "+16505551234", type: "template", template })).status).toBe(200);
    const state = await rig.call("GET", `/phone/state?phoneNumberId=${channel.phoneNumberId}`, undefined, null);
    expect(state.text).toContain("Hello Testa, the tea is ready.");
  });

  it("and Meta's webhooks tell of another state, category or quality, and of nothing else", async () => {
    const { body } = await change({ name: "promo", language: "en", status: "PAUSED", quality: "RED" });
    expect(body.webhooks).toEqual([
      { field: "message_template_status_update", status: 200 },
      { field: "message_template_quality_update", status: 200 },
    ]);
    expect((await change({ name: "promo", language: "en", status: "PAUSED" })).body.webhooks).toEqual([]);
    const fields = rig.receiver.received.flatMap((each) => each.body.entry.flatMap(({ changes }) => changes));
    expect(fields.map(({ field, value }) => [field, value])).toContainEqual([
      "message_template_status_update",
      expect.objectContaining({ event: "PAUSED", message_template_name: "promo", message_template_language: "en" }),
    ]);
  });

  it("and what is deleted is gone from the list and cannot be sent", async () => {
    const { body } = await rig.control("DELETE", `templates?wabaId=${channel.wabaId}&name=hello_world`);
    expect(body).toEqual({ removed: 1 });
    expect(await listed("hello_world")).toEqual([]);
    const template = { name: "hello_world", language: { code: "en_US" } };
    const { body: answer } = await rig.send({ to: "+16505551234", type: "template", template });
    expect(answer.error.code).toBe(132001);
  });

  it("and no other account's", async () => {
    const other = { ...channel, phoneNumberId: "106540352242923", wabaId: "102290129340399", token: "rig-token-2" };
    await rig.control("POST", "channels", other);
    await change({ name: "only_here", language: "en" });
    const theirs = await rig.call(
      "GET",
      `/v25.0/${other.wabaId}/message_templates?name=only_here`,
      undefined,
      other.token,
    );
    expect(theirs.json().data).toEqual([]);
  });
});
