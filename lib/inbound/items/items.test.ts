import { describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { dropOldWebhooks, listWebhookItems, readWebhookItem, replayWebhookItem } from "@/lib/inbound";
import { payloadContext } from "@/lib/inbound/ingest/insert-items";
import { sendMessage } from "@/lib/messages";
import { claimParked } from "@/lib/messages/known-wamids";
import { sealForTenant } from "@/lib/vault";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { changeBody, messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const phone = "4915112345678";

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const list = async () => (await listWebhookItems(tenant.admin, { limit: 50 })).items;
  return { ...tenant, list };
}

describe("what came", () => {
  it("is listed newest first, by outcome, page by page", async () => {
    const { admin, channel, list } = await scene();
    for (let at = 0; at < 3; at += 1) {
      await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    }
    await receive(channel, changeBody(channel, "account_update", { event: "ACCOUNT_DELETED" }));
    expect((await list()).map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      "account stored",
      "message applied",
      "message applied",
      "message applied",
    ]);
    const first = await listWebhookItems(admin, { limit: 2, outcome: "applied" });
    const second = await listWebhookItems(admin, { limit: 2, outcome: "applied", cursor: first.nextCursor ?? "" });
    expect(first.items.length).toBe(2);
    expect(second.items.length).toBe(1);
    expect(second.nextCursor).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });

  it("is read with the raw data as Meta sent it", async () => {
    const { admin, channel, list } = await scene();
    const message = textMessage({ phone }, { body: "a\u0000b" });
    await receive(channel, messagesBody(channel, { messages: [message] }));
    const [item] = await list();
    expect((await readWebhookItem(admin, { itemId: item?.id ?? "" })).raw).toEqual(message);
  });

  it("is for admins alone, and only of their own workspace", async () => {
    const { agent, channel, list } = await scene();
    const stranger = await makeTenant();
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    const itemId = (await list())[0]?.id ?? "";
    await expect(listWebhookItems(agent, { limit: 50 })).rejects.toThrow(ForbiddenError);
    await expect(readWebhookItem(stranger.admin, { itemId })).rejects.toThrow(NotFoundError);
    await expect(replayWebhookItem(stranger.admin, { itemId })).rejects.toThrow(NotFoundError);
    expect((await listWebhookItems(stranger.admin, { limit: 50 })).items).toEqual([]);
  });

  it("is kept raw for seven days, the log of the door as well", async () => {
    const { tenantId, admin, channel, list } = await scene();
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    await ownerQuery("update webhook_items set received_at = now() - interval '8 days' where tenant_id = $1", [
      tenantId,
    ]);
    await ownerQuery("update webhook_log set received_at = now() - interval '8 days'");
    while (await dropOldWebhooks());
    const itemId = (await list())[0]?.id ?? "";
    expect((await readWebhookItem(admin, { itemId })).raw).toBeNull();
    expect(await ownerQuery("select 1 from webhook_log")).toEqual([]);
  });
});

describe("a replay", () => {
  const failing = async (work: () => Promise<void>) => {
    await ownerQuery(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
    );
    await ownerQuery("create trigger refuse before insert on messages for each row execute function refuse()");
    try {
      await work();
    } finally {
      await ownerQuery("drop trigger refuse on messages");
      await ownerQuery("drop function refuse");
    }
  };

  it("applies what was set aside, under the same id, and once", async () => {
    const { tenantId, admin, channel, list } = await scene();
    const body = messagesBody(channel, { messages: [textMessage({ phone }, { timestamp: secondsAgo(60) })] });
    await failing(() => receive(channel, body));
    const [item] = await list();
    expect(item?.outcome).toBe("set_aside");
    const itemId = item?.id ?? "";
    expect(await replayWebhookItem(admin, { itemId })).toMatchObject({ id: itemId, outcome: "applied", reason: null });
    expect(await replayWebhookItem(admin, { itemId })).toMatchObject({ id: itemId, outcome: "applied" });
    expect((await ownerQuery("select 1 from messages where tenant_id = $1", [tenantId])).length).toBe(1);
    expect((await list()).length).toBe(1);
  });

  it("that fails again changes nothing and says so", async () => {
    const { admin, channel, list } = await scene();
    const body = messagesBody(channel, { messages: [textMessage({ phone })] });
    await failing(async () => {
      await receive(channel, body);
      const itemId = (await list())[0]?.id ?? "";
      await expect(replayWebhookItem(admin, { itemId })).rejects.toMatchObject({ code: "replay_failed" });
    });
    expect((await list())[0]?.outcome).toBe("set_aside");
  });

  it("by two at once applies it once", async () => {
    const { tenantId, admin, channel, list } = await scene();
    await failing(() => receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] })));
    const itemId = (await list())[0]?.id ?? "";
    const replays = await Promise.all([1, 2].map(() => replayWebhookItem(admin, { itemId })));
    expect(replays.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
    expect((await ownerQuery("select 1 from messages where tenant_id = $1", [tenantId])).length).toBe(1);
    expect((await list()).length).toBe(1);
  });

  it("of a status whose message is still unknown leaves it waiting", async () => {
    const { admin, channel, list } = await scene();
    const status = { id: "wamid.unknown", status: "read", timestamp: secondsAgo(60), recipient_id: phone };
    await receive(channel, messagesBody(channel, { statuses: [status] }));
    const [item] = await list();
    const reason = "No message with this id is known here.";
    expect(item).toMatchObject({ outcome: "parked", reason });
    expect(await replayWebhookItem(admin, { itemId: item?.id ?? "" })).toMatchObject({ outcome: "parked", reason });
  });

  it("in which this version reads nothing says so, and keeps what came", async () => {
    const { tenantId, admin, channel, list } = await scene();
    await failing(() => receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] })));
    const itemId = (await list())[0]?.id ?? "";
    const kept = JSON.stringify({ body: { object: "whatsapp_business_account", entry: [] } });
    await ownerQuery("update webhook_items set payload_sealed = $2 where id = $1", [
      itemId,
      await sealForTenant(tenantId, kept, payloadContext(itemId)),
    ]);
    await expect(replayWebhookItem(admin, { itemId })).rejects.toMatchObject({ code: "nothing_read" });
    expect(await list()).toMatchObject([{ id: itemId, outcome: "set_aside" }]);
  });
});

describe("a status that came before its message was known", () => {
  it("is no longer shown as waiting once the message is", async () => {
    const { tenantId, agent, channel, list } = await scene();
    await receive(channel, messagesBody(channel, { messages: [textMessage({ phone })] }));
    const [conversation] = await ownerQuery<{ id: string }>("select id from conversations where tenant_id = $1", [
      tenantId,
    ]);
    const content = { type: "text", text: { body: "Hello" } };
    const sent = await sendMessage(agent, { conversationId: conversation?.id ?? "", clientId: newId(), ...content });
    const status = { id: "wamid.answer", status: "sent", timestamp: secondsAgo(60), recipient_id: phone };
    await receive(channel, messagesBody(channel, { statuses: [status] }));
    expect(await list()).toContainEqual(expect.objectContaining({ kind: "status", outcome: "parked" }));
    const known = { messageId: sent.id, channelId: channel.id, wamid: "wamid.answer" };
    await withTenant(agent, (tx) => claimParked(tx, tenantId, [known]));
    expect(await list()).toContainEqual(expect.objectContaining({ kind: "status", outcome: "applied", reason: null }));
  });
});
