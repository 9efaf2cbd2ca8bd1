import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channel, type Rig, startRig } from "./test-rig";

let rig: Rig;
let now = Date.now();
beforeAll(async () => {
  rig = await startRig({ now: () => now });
});
afterAll(() => rig.close());

const appToken = `${channel.appId}|${channel.appSecret}`;
const get = async (path: string, token?: string) => {
  const answer = await rig.call("GET", `/v25.0/${path}`, undefined, token);
  return { status: answer.status, body: answer.json() };
};

describe("looking things up", () => {
  it("a phone number shows the asked fields and its id", async () => {
    const { body } = await get(`${channel.phoneNumberId}?fields=verified_name,throughput`);
    expect(body).toEqual({ verified_name: "Sample Co", throughput: { level: "HIGH" }, id: channel.phoneNumberId });
  });

  it("an account lists its numbers", async () => {
    const { body } = await get(`${channel.wabaId}/phone_numbers`);
    expect(body.data).toMatchObject([
      { id: channel.phoneNumberId, display_phone_number: "+1 555-078-3881", status: "CONNECTED" },
    ]);
  });

  it("templates come in pages whose cursors lead through all of them once", async () => {
    const names: string[] = [];
    let path = `${channel.wabaId}/message_templates?limit=5&fields=name,language`;
    for (;;) {
      const { body } = await get(path);
      names.push(...body.data.map(({ name, language }: { name: string; language: string }) => `${name} ${language}`));
      if (!body.paging.next) break;
      path = body.paging.next.split("/v25.0/")[1];
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(["hello_world en_US", "order_confirmation es", "promo en", "delivery_update ar"]),
    );
    const bad = await get(`${channel.wabaId}/message_templates?after=garbage`);
    expect(bad.body.error.code).toBe(131059);
  });

  it("the app is known to its own token only, and a wrong secret shows", async () => {
    expect((await get(channel.appId, appToken)).body).toMatchObject({ id: channel.appId });
    expect((await get(channel.appId, `${channel.appId}|wrong`)).body.error.code).toBe(190);
  });

  it("a token says which accounts it opens; an unknown one is not valid", async () => {
    const known = await get(`debug_token?input_token=${channel.token}`, appToken);
    expect(known.body.data).toMatchObject({ app_id: channel.appId, is_valid: true });
    expect(known.body.data.granular_scopes[0].target_ids).toEqual([channel.wabaId]);
    const unknown = await get("debug_token?input_token=nothing", appToken);
    expect(unknown.body.data).toMatchObject({ is_valid: false, error: { code: 190 } });
  });

  it("what does not exist is refused as Meta does", async () => {
    for (const path of ["999", `${channel.phoneNumberId}/nothing`, "a/b/c/d"]) {
      const { status, body } = await get(path);
      expect([status, body.error.code, body.error.error_subcode]).toEqual([400, 100, 33]);
    }
  });
});

describe("callbacks", () => {
  it("an override is taken only when it answers the challenge, and can be read back", async () => {
    const path = `/v25.0/${channel.wabaId}/subscribed_apps`;
    const override = { override_callback_uri: rig.receiver.url, verify_token: "wrong" };
    expect((await rig.call("POST", path, override)).json().error.code).toBe(100);
    expect((await rig.call("POST", path, { ...override, verify_token: "rig-verify" })).json()).toEqual({
      success: true,
    });
    expect((await rig.call("GET", path)).json().data[0]).toMatchObject({
      whatsapp_business_api_data: { id: channel.appId },
      override_callback_uri: rig.receiver.url,
    });
  });

  it("the app's callback is set with the app token alone", async () => {
    const query = new URLSearchParams({
      object: "whatsapp_business_account",
      callback_url: rig.receiver.url,
      verify_token: "rig-verify",
      fields: "messages",
    });
    const path = `/v25.0/${channel.appId}/subscriptions?${query}`;
    expect((await rig.call("POST", path)).status).toBe(400);
    expect((await rig.call("POST", path, undefined, appToken)).json()).toEqual({ success: true });
  });
});

describe("media", () => {
  const upload = (bytes: Buffer, type: string) => {
    const form = new FormData();
    form.set("messaging_product", "whatsapp");
    form.set("type", type);
    form.set("file", new File([new Uint8Array(bytes)], "photo", { type }));
    return rig.call("POST", `/v25.0/${channel.phoneNumberId}/media`, form);
  };

  it("what is uploaded can be looked up, downloaded with the token, and deleted", async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 255]);
    const { id } = (await upload(bytes, "image/jpeg")).json();
    const { body } = await get(`${id}?phone_number_id=${channel.phoneNumberId}`);
    expect(body).toMatchObject({
      mime_type: "image/jpeg",
      file_size: "7",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    const authorized = await fetch(body.url, { headers: { Authorization: `Bearer ${channel.token}` } });
    expect(Buffer.from(await authorized.arrayBuffer())).toEqual(bytes);
    expect((await fetch(body.url)).status).toBe(401);
    expect((await rig.call("DELETE", `/v25.0/${id}`)).json()).toEqual({ success: true });
    expect((await get(id)).body.error.code).toBe(100);
  });

  it("a link ends after five minutes, and a new one can be had", async () => {
    const { id } = (await upload(Buffer.from("x"), "image/png")).json();
    const { body } = await get(id);
    now += 5 * 60_000 + 1;
    const headers = { Authorization: `Bearer ${channel.token}` };
    expect((await fetch(body.url, { headers })).status).toBe(404);
    expect((await fetch((await get(id)).body.url, { headers })).status).toBe(200);
  });

  it("a type or size that Meta does not take is refused", async () => {
    expect((await upload(Buffer.from("x"), "application/x-msdownload")).json().error.message).toContain(
      "Param file must be",
    );
    expect((await upload(Buffer.alloc(5 * 1024 * 1024 + 1), "image/png")).json().error.code).toBe(131053);
  });

  it("asked for by another number it is unknown", async () => {
    const { id } = (await upload(Buffer.from("x"), "image/png")).json();
    expect((await get(`${id}?phone_number_id=1`)).body.error.error_subcode).toBe(33);
  });
});
