import { describe, expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import {
  deliver,
  ingestAll,
  itemsOf,
  logOf,
  messagesBody,
  receive,
  secondsAgo,
  textMessage,
  textsOf,
} from "@/test/webhooks";

const phone = "4915112345678";

describe("a body that cannot be read", () => {
  it.each([
    ["is not JSON", Buffer.from('{"object": "whatsapp')],
    ["is empty", Buffer.from("")],
    ["is nested 200,000 deep", Buffer.from(`{"entry":${"[".repeat(200_000)}${"]".repeat(200_000)}}`)],
    ["is no object", Buffer.from("42")],
  ])("because it %s is taken, kept as dead with its reason, and stands in nobody's way", async (_what, bytes) => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    expect(await deliver(channel, bytes)).toBe(200);
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone }, { body: "After" })] }));
    const [dead, done] = await logOf(channel.app.key);
    expect(dead).toMatchObject({ state: "dead", failure: expect.stringMatching(/^The body/) });
    expect(done).toMatchObject({ state: "done", failure: null });
    expect(await textsOf(tenantId)).toEqual(["After"]);
  });
});

describe("text that PostgreSQL cannot hold as it is", () => {
  it.each([
    ["NUL", "a\u0000b", "a\uFFFDb", true],
    ["half an emoji", "a\uD83Db", "a\uFFFDb", true],
    ["right-to-left and zero-width characters", "שלום\u202E\u200B!", "שלום\u202E\u200B!", false],
  ])("%s is stored, and marked where it was changed", async (_what, body, stored, cleaned) => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const contacts = [{ wa_id: phone, profile: { name: body } }];
    const text = JSON.stringify(messagesBody(channel, { contacts, messages: [textMessage({ phone }, { body })] }));
    expect(await deliver(channel, Buffer.from(text))).toBe(200);
    await ingestAll();
    const [row] = await ownerQuery(
      `select m.content -> 'text' ->> 'body' as body, m.cleaned, k.profile_name from messages m
       join contacts k on k.id = m.contact_id where m.tenant_id = $1`,
      [tenantId],
    );
    expect(row).toEqual({ body: stored, cleaned, profile_name: stored });
  });
});

describe("a time that cannot be", () => {
  it.each(["0", "100000000000000", "4102444800", "99999", "yesterday", ""])(
    "of %s is the time of arrival, and keeps no window open longer",
    async (timestamp) => {
      const { tenantId, channel } = await makeTenant({ channel: true });
      const before = Date.now() - 1_000;
      await receive(channel, messagesBody(channel, { messages: [textMessage({ phone }, { timestamp })] }));
      const [row] = await ownerQuery<{ at: Date; opened_at: Date }>(
        `select m.at, w.opened_at from messages m join service_windows w on w.contact_id = m.contact_id
         where m.tenant_id = $1`,
        [tenantId],
      );
      for (const time of [row?.at, row?.opened_at]) {
        expect(time?.getTime()).toBeGreaterThan(before);
        expect(time?.getTime()).toBeLessThanOrEqual(Date.now());
      }
    },
  );

  it("of an hour ago counts as it is, for the window too", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const timestamp = secondsAgo(3_600);
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone }, { timestamp })] }));
    const [row] = await ownerQuery<{ opened_at: Date }>("select opened_at from service_windows where tenant_id = $1", [
      tenantId,
    ]);
    expect(row?.opened_at).toEqual(new Date(Number(timestamp) * 1_000));
  });
});

describe("whose it is", () => {
  it("a message signed by another app than its number's changes nothing, and the operator finds why", async () => {
    const ours = await makeTenant({ channel: true });
    const attacker = await makeTenant({ channel: true });
    await receive(attacker.channel, messagesBody(ours.channel, { messages: [textMessage({ phone })] }));
    expect(await textsOf(ours.tenantId)).toEqual([]);
    expect(await itemsOf(ours.tenantId)).toEqual([]);
    expect(await itemsOf(attacker.tenantId)).toEqual([]);
    const [row] = await logOf(attacker.channel.app.key);
    expect(row).toMatchObject({ state: "done", failure: expect.stringMatching(/signed by another app/) });
  });

  it("a message for a number that nobody connected is noted for the operator alone", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const stranger = { ...channel, phoneNumberId: "999999999999999" };
    await receive(channel, messagesBody(stranger, { messages: [textMessage({ phone })] }));
    expect(await itemsOf(tenantId)).toEqual([]);
    expect((await logOf(channel.app.key))[0]?.failure).toMatch(/not connected here/);
  });

  it("a message that names another account than its number belongs to is set aside", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await receive(channel, messagesBody({ ...channel, wabaId: "1" }, { messages: [textMessage({ phone })] }));
    expect(await itemsOf(tenantId)).toMatchObject([{ outcome: "set_aside", reason: expect.stringMatching(/account/) }]);
    expect(await ownerQuery("select 1 from contacts where tenant_id = $1", [tenantId])).toEqual([]);
  });

  it("one POST with messages of two tenants gives each its own and nothing of the other", async () => {
    const one = await makeTenant({ channel: true });
    const other = await makeTenant({ channel: true });
    const [app] = await ownerQuery<{ id: string }>("select id from meta_apps where key = $1", [one.channel.app.key]);
    await ownerQuery("update channel_directory set meta_app_id = $2 where phone_number_id = $1", [
      other.channel.phoneNumberId,
      app?.id,
    ]);
    const [first, second] = [
      messagesBody(one.channel, { messages: [textMessage({ phone }, { body: "To one" })] }),
      messagesBody(other.channel, { messages: [textMessage({ phone }, { body: "To other" })] }),
    ];
    const entry = [first.entry, second.entry].flat();
    await receive(one.channel, { object: "whatsapp_business_account", entry });
    expect(await textsOf(one.tenantId)).toEqual(["To one"]);
    expect(await textsOf(other.tenantId)).toEqual(["To other"]);
    expect((await itemsOf(one.tenantId)).length).toBe(1);
    expect((await itemsOf(other.tenantId)).length).toBe(1);
  });

  it("a message for a workspace that was closed is not stored there", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await ownerQuery("update tenants set status = 'closed' where id = $1", [tenantId]);
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    expect(await textsOf(tenantId)).toEqual([]);
    expect((await logOf(channel.app.key))[0]?.failure).toMatch(/workspace was closed/);
  });
});

describe("an item that cannot be applied", () => {
  it("is set aside with its reason, and its neighbours live", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await ownerQuery(
      `create function refuse_poison() returns trigger language plpgsql as $$
       begin if new.preview = 'poison' then raise exception 'no'; end if; return new; end $$`,
    );
    await ownerQuery("create trigger poison before insert on messages for each row execute function refuse_poison()");
    try {
      const messages = ["One", "poison", "Two"].map((body) => textMessage({ phone }, { body }));
      await receive(channel, messagesBody(channel, { messages }));
    } finally {
      await ownerQuery("drop trigger poison on messages");
      await ownerQuery("drop function refuse_poison");
    }
    expect((await textsOf(tenantId)).sort()).toEqual(["One", "Two"]);
    const items = await itemsOf(tenantId);
    expect(items.map(({ outcome }) => outcome).sort()).toEqual(["applied", "applied", "set_aside"]);
    expect(items.find(({ outcome }) => outcome === "set_aside")?.reason).toMatch(/could not be applied/);
    expect((await logOf(channel.app.key))[0]?.state).toBe("done");
  });
});
