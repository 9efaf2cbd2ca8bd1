import { describe, expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant, type TestChannel } from "@/test/factories";
import { changeBody, messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const phone = "4915112345678";
const wamid = "wamid.original";

type Json = Record<string, unknown>;

const original = () => textMessage({ phone }, { id: wamid, body: "Frist", timestamp: secondsAgo(300) });
const edit = (id: string, body: string, secondsBack: number): Json => ({
  from: phone,
  id,
  timestamp: secondsAgo(secondsBack),
  type: "edit",
  edit: { original_message_id: wamid, message: { type: "text", text: { body } } },
});
const revoke = (): Json => ({
  from: phone,
  id: "wamid.revoke",
  timestamp: secondsAgo(100),
  type: "revoke",
  revoke: { original_message_id: wamid },
});
const reaction = (id: string, emoji: string | undefined, secondsBack: number): Json => ({
  from: phone,
  id,
  timestamp: secondsAgo(secondsBack),
  type: "reaction",
  reaction: { message_id: wamid, ...(emoji === undefined ? {} : { emoji }) },
});

const messageOf = async (tenantId: string) => {
  const [row] = await ownerQuery<{
    preview: string;
    content: Json;
    edited_at: Date | null;
    revoked_at: Date | null;
    type: string;
  }>("select * from messages where tenant_id = $1 and wamid = $2", [tenantId, wamid]);
  return row;
};

const outcomesOf = async (tenantId: string) => {
  const rows = await ownerQuery<{ kind: string; outcome: string }>(
    "select kind, outcome from webhook_items where tenant_id = $1 order by kind, outcome",
    [tenantId],
  );
  return rows.map(({ kind, outcome }) => `${kind} ${outcome}`);
};

async function inOrder(channel: TestChannel, messages: Json[]): Promise<void> {
  for (const message of messages) await receive(channel, messagesBody(channel, { messages: [message] }));
}

describe("an edit", () => {
  it.each([
    ["after the message", () => [original(), edit("wamid.e1", "First", 200), edit("wamid.e2", "Second", 100)]],
    ["before the message", () => [edit("wamid.e1", "First", 200), edit("wamid.e2", "Second", 100), original()]],
    ["in the wrong order", () => [edit("wamid.e2", "Second", 100), original(), edit("wamid.e1", "First", 200)]],
  ])("that comes %s ends in the newest text", async (_when, messages) => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await inOrder(channel, messages());
    expect(await messageOf(tenantId)).toMatchObject({
      preview: "Second",
      content: { type: "text", text: { body: "Second" } },
      edited_at: expect.any(Date),
    });
    expect(await outcomesOf(tenantId)).toEqual(["edit applied", "edit applied", "message applied"]);
  });

  it("waits, and says so, until its message comes", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await inOrder(channel, [edit("wamid.e1", "First", 200)]);
    expect(await outcomesOf(tenantId)).toEqual(["edit parked"]);
    await inOrder(channel, [original()]);
    expect(await outcomesOf(tenantId)).toEqual(["edit applied", "message applied"]);
  });

  it("of a caption keeps the file", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const image = { id: "111", mime_type: "image/jpeg", sha256: "abc", caption: "Befor" };
    const edited = { type: "image", image: { caption: "Before" } };
    await inOrder(channel, [
      { from: phone, id: wamid, timestamp: secondsAgo(300), type: "image", image },
      { ...edit("wamid.e1", "", 100), edit: { original_message_id: wamid, message: edited } },
    ]);
    expect((await messageOf(tenantId))?.content).toMatchObject({ image: { ...image, caption: "Before" } });
  });
});

describe("a deletion", () => {
  it.each([
    ["after", () => [original(), edit("wamid.e1", "First", 200), revoke()]],
    ["before", () => [revoke(), original(), edit("wamid.e1", "First", 200)]],
  ])("that comes %s its message leaves a stub without content", async (_when, messages) => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await inOrder(channel, messages());
    const message = await messageOf(tenantId);
    expect(message).toMatchObject({ type: "text", content: { type: "text" }, preview: "Message deleted" });
    expect(message?.revoked_at).toEqual(expect.any(Date));
  });

  it("takes the file of its message with it", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const image = { id: "111", mime_type: "image/jpeg", sha256: "abc" };
    await inOrder(channel, [{ from: phone, id: wamid, timestamp: secondsAgo(300), type: "image", image }, revoke()]);
    const media = await ownerQuery("select state, storage_key, key_sealed from media where tenant_id = $1", [tenantId]);
    expect(media).toEqual([{ state: "failed", storage_key: null, key_sealed: null }]);
  });
});

describe("a reaction", () => {
  const emojis = async (tenantId: string) => {
    const rows = await ownerQuery<{ emoji: string }>("select emoji from reactions where tenant_id = $1", [tenantId]);
    return rows.map(({ emoji }) => emoji);
  };

  it("is the newest of its author, in any order, also when it was taken back", async () => {
    const one = await makeTenant({ channel: true });
    const steps = [original(), reaction("wamid.r1", "👍", 200), reaction("wamid.r2", "❤️", 100)];
    await inOrder(one.channel, steps);
    expect(await emojis(one.tenantId)).toEqual(["❤️"]);
    const other = await makeTenant({ channel: true });
    await inOrder(other.channel, [...steps, reaction("wamid.r3", undefined, 50)].reverse());
    expect(await emojis(other.tenantId)).toEqual([""]);
  });

  it("waits for its message, and opens no conversation and no window", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await inOrder(channel, [reaction("wamid.r1", "👍", 200)]);
    expect(await outcomesOf(tenantId)).toEqual(["reaction parked"]);
    expect(await ownerQuery("select 1 from conversations where tenant_id = $1", [tenantId])).toEqual([]);
    expect(await ownerQuery("select 1 from service_windows where tenant_id = $1", [tenantId])).toEqual([]);
    await inOrder(channel, [original()]);
    expect(await outcomesOf(tenantId)).toEqual(["message applied", "reaction applied"]);
  });
});

describe("a status", () => {
  const status = (name: string, secondsBack: number): Json => ({
    id: wamid,
    status: name,
    timestamp: secondsAgo(secondsBack),
    recipient_id: phone,
  });

  it("waits for a message that was sent from the phone, and is applied with it", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await receive(channel, messagesBody(channel, { statuses: [status("read", 50), status("delivered", 60)] }));
    expect(await outcomesOf(tenantId)).toEqual(["status parked", "status parked"]);
    const echo = {
      from: "15550001111",
      to: phone,
      id: wamid,
      timestamp: secondsAgo(70),
      type: "text",
      text: { body: "Hi" },
    };
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.phoneNumberId };
    const value = { messaging_product: "whatsapp", metadata, message_echoes: [echo] };
    await receive(channel, changeBody(channel, "smb_message_echoes", value));
    const [row] = await ownerQuery(
      "select status, author, read_at is not null as read from messages where tenant_id = $1",
      [tenantId],
    );
    expect(row).toEqual({ status: "read", author: "phone_app", read: true });
    expect(await outcomesOf(tenantId)).toEqual(["echo applied", "status applied", "status applied"]);
  });

  it("makes nobody a contact", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    await receive(channel, messagesBody(channel, { statuses: [status("sent", 50)] }));
    expect(await ownerQuery("select 1 from contacts where tenant_id = $1", [tenantId])).toEqual([]);
  });
});
