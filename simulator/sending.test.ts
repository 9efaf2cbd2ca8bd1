import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, customer, hello, type Rig, startRig } from "./test-rig";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  await rig.write(hello);
});
afterAll(() => rig.close());

const sentTo = async (to: string) => (await rig.control("GET", `sent?to=${encodeURIComponent(to)}`)).body;

describe("who may send", () => {
  const path = `/v25.0/${channel.phoneNumberId}/messages`;
  const body = { messaging_product: "whatsapp", to: `+${customer}`, text: { body: "Hi" } };

  it("nobody without a token", async () => {
    const answer = await rig.call("POST", path, body, null);
    expect([answer.status, answer.json().error.code]).toEqual([401, 104]);
  });

  it("nobody with a token that does not exist", async () => {
    const answer = await rig.call("POST", path, body, "some-other-token");
    expect([answer.status, answer.json().error.code]).toEqual([401, 190]);
  });

  it("nobody with an app token of a wrong secret, and none with the right one", async () => {
    const wrong = await rig.call("POST", path, body, `${channel.appId}|wrong`);
    expect([wrong.status, wrong.json().error.code]).toEqual([401, 190]);
    const right = await rig.call("POST", path, body, `${channel.appId}|${channel.appSecret}`);
    expect([right.status, right.json().error.code]).toEqual([400, 100]);
  });

  it("an unknown number and a number of another account look alike", async () => {
    const other = { ...channel, phoneNumberId: "200000000000001", wabaId: "200000000000002", token: "another-token" };
    await rig.control("POST", "channels", other);
    for (const id of ["999", other.phoneNumberId]) {
      const { status, body: refused } = await rig.send(body, id);
      expect(status).toBe(400);
      expect(refused.error).toMatchObject({ code: 100, error_subcode: 33, type: "GraphMethodException" });
      expect(refused.error.message).toContain(`Object with ID '${id}' does not exist`);
    }
  });

  it("an expired token is refused with its subcode, and a revoked one is unknown", async () => {
    const expiring = {
      ...channel,
      phoneNumberId: "200000000000003",
      wabaId: "200000000000004",
      token: "expiring-token",
    };
    await rig.control("POST", "channels", expiring);
    await rig.control("POST", "tokens", { token: expiring.token, state: "expired" });
    const expired = await rig.call("GET", `/v25.0/${expiring.phoneNumberId}`, undefined, expiring.token);
    expect(expired.json().error).toMatchObject({ code: 190, error_subcode: 463 });
    await rig.control("POST", "tokens", { token: expiring.token, state: "revoked" });
    const revoked = await rig.call("GET", `/v25.0/${expiring.phoneNumberId}`, undefined, expiring.token);
    expect(revoked.json().error.error_subcode).toBeUndefined();
  });
});

describe("an accepted send", () => {
  it("answers with the wa_id and a message id, and is in the ledger as it came", async () => {
    const request = {
      to: "+1 (650) 555-1234",
      type: "text",
      text: { body: "Booked" },
      biz_opaque_callback_data: "m-1",
    };
    const { status, body } = await rig.send(request);
    expect(status).toBe(200);
    expect(body.contacts).toEqual([{ input: "+1 (650) 555-1234", wa_id: customer }]);
    const [booked] = (await sentTo(`+${customer}`)).filter(
      ({ wamid }: { wamid: string }) => wamid === body.messages[0].id,
    );
    expect(booked.body).toEqual({ messaging_product: "whatsapp", ...request });
    expect(Date.parse(booked.time)).toBeGreaterThan(Date.now() - 60_000);
  });

  it("to a user id answers with the user id", async () => {
    const userId = "US.90000000000000000001";
    await rig.write(hello, { userId, username: "river" });
    const { body } = await rig.send({ recipient: userId, text: { body: "Hi" } });
    expect(body.contacts).toEqual([{ input: userId, user_id: userId }]);
    expect(await sentTo(userId)).toHaveLength(1);
  });

  it("with phone and user id goes to the phone and answers without the user id", async () => {
    const { body } = await rig.send({ to: `+${customer}`, recipient: "US.90000000000000000002", text: { body: "Hi" } });
    expect(body.contacts).toEqual([{ input: `+${customer}`, wa_id: customer }]);
    expect(await sentTo("US.90000000000000000002")).toHaveLength(0);
  });

  it("with a user id in place of the phone is dropped without a word: no status follows", async () => {
    const { status, body } = await rig.send({ to: "US.90000000000000000003", text: { body: "Lost" } });
    expect(status).toBe(200);
    const later = await rig.send({ to: `+${customer}`, text: { body: "After" } });
    await expect.poll(() => rig.statusesOf(later.body.messages[0].id)).toHaveLength(3);
    expect(rig.statusesOf(body.messages[0].id)).toEqual([]);
    expect((await sentTo("US.90000000000000000003"))[0].status).toBe("dropped");
  });

  it("of a template says that it was accepted, and needs no open window", async () => {
    const { body } = await rig.send({
      to: "+16505559999",
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    });
    expect(body.messages[0].message_status).toBe("accepted");
  });
});

describe("the 24 hours", () => {
  it("a customer who never wrote cannot be written to freely", async () => {
    const { status, body } = await rig.send({ to: "+16505550000", text: { body: "Hi" } });
    expect([status, body.error.code]).toEqual([400, 131047]);
    expect(await sentTo("16505550000")).toEqual([]);
  });

  it("count from the message's own time, and a late old message does not close them", async () => {
    const from = "16505550001";
    const yesterday = Math.floor(Date.now() / 1000) - 25 * 3600;
    await rig.control("POST", "messages", { from, to: channel.phoneNumberId, timestamp: yesterday, message: hello });
    expect((await rig.send({ to: from, text: { body: "Hi" } })).status).toBe(400);
    await rig.write(hello, { from });
    await rig.control("POST", "messages", { from, to: channel.phoneNumberId, timestamp: yesterday, message: hello });
    expect((await rig.send({ to: from, text: { body: "Hi" } })).status).toBe(200);
  });

  it("can be told for a customer who wrote before the simulator's start", async () => {
    const lastWroteAt = new Date(Date.now() - 3_600_000).toISOString();
    await rig.control("POST", "customers", [
      { phoneNumberId: channel.phoneNumberId, from: "16505550002", lastWroteAt },
    ]);
    expect((await rig.send({ to: "16505550002", text: { body: "Hi" } })).status).toBe(200);
  });
});
