import { describe, expect, it } from "vitest";
import { tombstoneHash } from "@/lib/contacts";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestChannel } from "@/test/factories";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const [old, fresh] = ["4915111111111", "4915122222222"];

type Json = Record<string, unknown>;

async function write(channel: TestChannel, messages: Json[], contacts: Json[] = []): Promise<void> {
  await receive(channel, messagesBody(channel, { contacts, messages }));
}

const contactsOf = (tenantId: string) =>
  ownerQuery<{ id: string; profile_name: string | null }>("select * from contacts where tenant_id = $1", [tenantId]);

const numberChange = (secondsBack: number): Json => ({
  from: old,
  from_user_id: "DE.OLD",
  id: "wamid.system",
  timestamp: secondsAgo(secondsBack),
  type: "system",
  system: { type: "user_changed_number", body: "Changed the number", wa_id: fresh, user_id: "DE.NEW" },
});

describe("a changed number", () => {
  it("is told in the thread, and the person stays one", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await write(channel, [textMessage({ phone: old, userId: "DE.OLD" }, { timestamp: secondsAgo(300) })]);
    await write(channel, [numberChange(200)]);
    await write(channel, [textMessage({ phone: fresh, userId: "DE.NEW" }, { timestamp: secondsAgo(100) })]);
    expect((await contactsOf(tenantId)).length).toBe(1);
    const thread = await ownerQuery(
      "select author, type, conversation_id from messages where tenant_id = $1 order by at, id",
      [tenantId],
    );
    expect(thread.map(({ author, type }) => `${author} ${type}`)).toEqual([
      "contact text",
      "system system",
      "contact text",
    ]);
    expect(new Set(thread.map(({ conversation_id }) => conversation_id)).size).toBe(1);
  });

  it("that is told after the first message under it brings the two threads together, with all that hangs on them", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await write(channel, [textMessage({ phone: old, userId: "DE.OLD" }, { timestamp: secondsAgo(300) })]);
    const image = { type: "image", image: { id: "1", mime_type: "image/png", sha256: "a" } };
    await write(channel, [
      { ...textMessage({ phone: fresh, userId: "DE.NEW" }, { timestamp: secondsAgo(100) }), ...image },
    ]);
    expect((await contactsOf(tenantId)).length).toBe(2);
    await write(channel, [numberChange(200)]);
    expect((await contactsOf(tenantId)).length).toBe(1);
    const [row] = await ownerQuery(
      `select c.unread_count, c.state, (select count(*)::int from messages m where m.conversation_id = c.id) as messages,
         (select count(*)::int from conversations where tenant_id = $1) as conversations,
         (select count(*)::int from media d where d.contact_id = c.contact_id) as files,
         (select count(*)::int from service_windows w where w.contact_id = c.contact_id) as windows,
         (select count(*)::int from consents s where s.contact_id = c.contact_id) as consents,
         (select count(*)::int from webhook_items i where i.contact_id = c.contact_id) as items
       from conversations c where c.tenant_id = $1`,
      [tenantId],
    );
    expect(row).toEqual({
      unread_count: 2,
      state: "queued",
      messages: 3,
      conversations: 1,
      files: 1,
      windows: 1,
      consents: 1,
      items: 3,
    });
  });
});

describe("a name", () => {
  it("is the newest by Meta's time, whichever came last", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const named = (name: string, secondsBack: number) =>
      write(
        channel,
        [textMessage({ phone: old }, { timestamp: secondsAgo(secondsBack) })],
        [{ wa_id: old, profile: { name } }],
      );
    await named("Newest", 100);
    await named("Older", 200);
    expect((await contactsOf(tenantId))[0]?.profile_name).toBe("Newest");
  });
});

describe("a number that WhatsApp writes in two ways", () => {
  it.each([
    ["5511987654321", "551187654321"],
    ["551187654321", "5511987654321"],
  ])("is one contact in one conversation, %s first", async (first, second) => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await write(channel, [textMessage({ phone: first }, { timestamp: secondsAgo(200) })]);
    await write(channel, [textMessage({ phone: second, userId: "BR.1" }, { timestamp: secondsAgo(100) })]);
    await write(channel, [textMessage({ phone: first }, { timestamp: secondsAgo(50) })]);
    const [row] = await ownerQuery(
      `select (select count(*)::int from contacts where tenant_id = $1) as contacts,
         (select count(*)::int from conversations where tenant_id = $1) as conversations,
         (select count(*)::int from messages where tenant_id = $1) as messages`,
      [tenantId],
    );
    expect(row).toEqual({ contacts: 1, conversations: 1, messages: 3 });
  });
});

describe("a number shared on request", () => {
  it("is the sender's own; any other card is somebody else's", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const card = (id: string, origin: string, waId: string): Json => ({
      from_user_id: "DE.1",
      id,
      timestamp: secondsAgo(60),
      type: "contacts",
      contacts: [{ name: { formatted_name: "A" }, phones: [{ phone: `+${waId}`, wa_id: waId }], origin }],
    });
    await write(channel, [card("wamid.c1", "other", fresh), card("wamid.c2", "contact_request", old)]);
    const identities = await ownerQuery<{ value: string }>(
      "select value from contact_identities where tenant_id = $1 order by value",
      [tenantId],
    );
    expect(identities.map(({ value }) => value)).toEqual([old, "DE.1"]);
  });
});

describe("somebody who was erased", () => {
  const erase = (tenantId: string, hashes: Buffer[], secondsBack: number) =>
    ownerQuery(
      `insert into tombstones (tenant_id, hash, kind, erased_at)
       select $1, hash, 'identity', now() - $3 * interval '1 second' from unnest($2::bytea[]) as hash`,
      [tenantId, hashes, secondsBack],
    );

  it("is not brought back by the other writing of the number", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await erase(tenantId, [tombstoneHash(tenantId, "phone", "5511987654321")], 60);
    await write(channel, [textMessage({ phone: "551187654321" }, { timestamp: secondsAgo(300) })]);
    expect(await contactsOf(tenantId)).toEqual([]);
  });

  it("is not brought back by what was written before", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await erase(tenantId, [tombstoneHash(tenantId, "phone", old)], 60);
    await write(channel, [textMessage({ phone: old }, { timestamp: secondsAgo(300) })]);
    expect(await contactsOf(tenantId)).toEqual([]);
    const items = await ownerQuery(
      "select outcome, reason, payload_sealed, contact_id from webhook_items where tenant_id = $1",
      [tenantId],
    );
    const reason = "It is about somebody who was erased.";
    expect(items).toEqual([{ outcome: "set_aside", reason, payload_sealed: null, contact_id: null }]);
  });

  it("is not brought back by a message id either, whatever time is claimed", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await erase(tenantId, [tombstoneHash(tenantId, "message", "wamid.gone")], 60);
    const status = { id: "wamid.gone", status: "read", timestamp: secondsAgo(1), recipient_id: old };
    await receive(channel, messagesBody(channel, { statuses: [status] }));
    await write(channel, [textMessage({ phone: old }, { id: "wamid.gone", timestamp: secondsAgo(1) })]);
    expect(await contactsOf(tenantId)).toEqual([]);
    expect(await ownerQuery("select 1 from message_statuses where tenant_id = $1", [tenantId])).toEqual([]);
  });

  it("and writes anew is somebody new", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await erase(tenantId, [tombstoneHash(tenantId, "phone", old)], 300);
    await write(channel, [textMessage({ phone: old }, { timestamp: secondsAgo(60) })]);
    expect((await contactsOf(tenantId)).length).toBe(1);
  });

  it("in one workspace is still known in another", async () => {
    const one = await makeTenant({ channel: true });
    const other = await makeTenant({ channel: true });
    await erase(one.tenantId, [tombstoneHash(one.tenantId, "phone", old)], 60);
    await write(other.channel, [textMessage({ phone: old }, { timestamp: secondsAgo(300) })]);
    expect((await contactsOf(other.tenantId)).length).toBe(1);
  });
});

describe("somebody known who writes again", () => {
  it("is not told as changed when nothing about them is new", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const contacts = [{ wa_id: old, profile: { name: "Anna" } }];
    for (const secondsBack of [300, 200, 100]) {
      await write(channel, [textMessage({ phone: old }, { timestamp: secondsAgo(secondsBack) })], contacts);
    }
    const events = await ownerQuery("select 1 from events where tenant_id = $1 and type = 'contact.changed'", [
      tenantId,
    ]);
    expect(events).toEqual([]);
  });
});
