import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, customer, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const find = (id: string) => rig.messages().find((message) => message.id === id);
const valueWith = (id: string) => rig.values().find(({ messages }) => messages?.some((message) => message.id === id));

describe("a customer's message", () => {
  it("arrives signed over its bytes, with escapes as Meta's, before the control call answers", async () => {
    const { body } = await rig.write({ type: "text", text: { body: "Olá https://example.com" } });
    const post = rig.receiver.received.find(({ raw }) => raw.includes(body.id));
    expect(post?.raw).toContain('"body":"Ol\\u00e1 https:\\/\\/example.com"');
    const expected = createHmac("sha256", channel.appSecret)
      .update(post?.raw ?? "", "latin1")
      .digest("hex");
    expect(post?.signature).toBe(`sha256=${expected}`);
    expect(body.webhook).toEqual({ status: 200 });
  });

  it("names phone, user id and profile", async () => {
    const { body } = await rig.write(hello, {
      from: "+1 650-555-1234",
      name: "Testa Sample",
      timestamp: 1_749_416_383,
    });
    const message = find(body.id);
    expect(message).toMatchObject({ from: customer, timestamp: "1749416383", type: "text", text: { body: "Hello" } });
    expect(message?.from_user_id).toMatch(/^US\.\d{20}$/);
    const value = valueWith(body.id);
    expect(value?.metadata).toEqual({ display_phone_number: "15550783881", phone_number_id: channel.phoneNumberId });
    expect(value?.contacts).toEqual([
      { profile: { name: "Testa Sample" }, wa_id: customer, user_id: message?.from_user_id },
    ]);
  });

  it("of somebody known by user id alone has no phone anywhere", async () => {
    const userId = "ES.70000000000000000001";
    const { body } = await rig.write(hello, { userId, username: "lucia", name: "Lucía" });
    expect(find(body.id)).not.toHaveProperty("from");
    expect(valueWith(body.id)?.contacts).toEqual([{ profile: { name: "Lucía", username: "lucia" }, user_id: userId }]);
  });

  it("with bytes is stored: the webhook has id, base64 digest and link, and the link gives the bytes", async () => {
    const bytes = Buffer.from("not really a picture");
    const image = { bytes: bytes.toString("base64"), mime_type: "image/jpeg", caption: "My machine" };
    const { body } = await rig.write({ type: "image", image });
    const sent = find(body.id)?.image as Record<string, string>;
    expect(sent).toMatchObject({
      mime_type: "image/jpeg",
      caption: "My machine",
      sha256: createHash("sha256").update(bytes).digest("base64"),
    });
    expect(sent).not.toHaveProperty("bytes");
    const got = await fetch(sent.url ?? "", { headers: { Authorization: `Bearer ${channel.token}` } });
    expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
  });

  it("of a kind nobody knows is passed on", async () => {
    const { body } = await rig.write({ type: "hologram", hologram: { depth: 3 } });
    expect(find(body.id)).toMatchObject({ type: "hologram", hologram: { depth: 3 } });
  });

  it("of a blocked customer goes nowhere", async () => {
    const from = "16505556001";
    await rig.write(hello, { from });
    const path = `/v25.0/${channel.phoneNumberId}/block_users`;
    const wish = { messaging_product: "whatsapp", block_users: [{ user: from }, { user: "16505556002" }] };
    const blocked = (await rig.call("POST", path, wish)).json();
    expect(blocked.block_users.added_users).toEqual([{ input: from, wa_id: from }]);
    expect(blocked.block_users.failed_users[0].errors[0].code).toBe(139103);
    const { body } = await rig.write(hello, { from });
    expect(body.webhook).toBeNull();
    expect(find(body.id)).toBeUndefined();
  });

  it.each([
    ["no writer", { to: channel.phoneNumberId, message: hello }, "from or userId"],
    ["a number that is none", { from: "abc", to: channel.phoneNumberId, message: hello }, "from"],
    ["no content", { from: customer, to: channel.phoneNumberId, message: { type: "text" } }, "message.text"],
    [
      "bytes that are no base64",
      {
        from: customer,
        to: channel.phoneNumberId,
        message: { type: "image", image: { bytes: "?", mime_type: "image/png" } },
      },
      "message.image.bytes",
    ],
    ["an unknown key", { from: customer, to: channel.phoneNumberId, message: hello, form: "x" }, "form"],
  ])("with %s is refused with the reason", async (_name, body, word) => {
    const answer = await rig.control("POST", "messages", body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(word);
  });

  it("to a number that does not exist is not found", async () => {
    const answer = await rig.control("POST", "messages", { from: customer, to: "404", message: hello });
    expect(answer.status).toBe(404);
  });
});

describe("who a customer is", () => {
  it("the same phone is the same user id, and another one in another account", async () => {
    const other = {
      ...channel,
      phoneNumberId: "400000000000001",
      wabaId: "400000000000002",
      webhookUrl: rig.receiver.url,
    };
    await rig.control("POST", "channels", other);
    const ids = [];
    for (const to of [channel.phoneNumberId, channel.phoneNumberId, other.phoneNumberId]) {
      const { body } = await rig.control("POST", "messages", { from: "16505554001", to, message: hello });
      ids.push(find(body.id)?.from_user_id);
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("a phone that comes with another user id has another owner", async () => {
    const phone = { from: "16505554002" };
    await rig.write(hello, { ...phone, userId: "US.60000000000000000001", name: "Old owner" });
    const { body } = await rig.write(hello, { ...phone, userId: "US.60000000000000000002" });
    expect(valueWith(body.id)?.contacts?.[0]).toMatchObject({ profile: { name: "+16505554002" } });
  });

  it("forgetting the phone of somebody with a username hides it", async () => {
    const who = { from: "16505554003", userId: "US.60000000000000000003", username: "hidden.one" };
    await rig.write(hello, who);
    const query = `messaging_product=whatsapp&bsuid=${who.userId}`;
    const path = `/v25.0/${channel.phoneNumberId}/contact_book?${query}`;
    expect((await rig.call("DELETE", path)).json()).toEqual({ success: true, deleted: true });
    const { body } = await rig.write(hello, { userId: who.userId });
    expect(find(body.id)).not.toHaveProperty("from");
    expect((await rig.call("DELETE", path)).json()).toEqual({ success: true, deleted: false });
  });
});
