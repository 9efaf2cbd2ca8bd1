import { describe, expect, it } from "vitest";
import { ownerQuery } from "@/test/database";
import { makeTenant } from "@/test/factories";
import { messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

describe("a text from somebody new", () => {
  it("becomes a contact, a queued conversation and a message that waits for an answer", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const timestamp = secondsAgo(30);
    const message = textMessage({ phone: "4915112345678", userId: "DE.1001" }, { body: "Hello", timestamp });
    const contacts = [{ wa_id: "4915112345678", user_id: "DE.1001", profile: { name: "Anna" } }];
    await receive(channel, messagesBody(channel, { contacts, messages: [message] }));

    const [row] = await ownerQuery(
      `select c.state, c.owner, c.unread_count, c.waiting_since, m.type, m.content, m.preview, m.status, m.direction, m.at,
         k.profile_name, c.last_message_id = m.id as is_last,
         (select jsonb_object_agg(kind, value) from contact_identities i where i.contact_id = k.id) as identities,
         (select opened_at from service_windows w where w.contact_id = k.id) as opened_at
       from messages m join conversations c on c.id = m.conversation_id join contacts k on k.id = m.contact_id
       where m.tenant_id = $1`,
      [tenantId],
    );
    const at = new Date(Number(timestamp) * 1_000);
    expect(row).toEqual({
      state: "queued",
      owner: "us",
      unread_count: 1,
      waiting_since: at,
      type: "text",
      content: { type: "text", text: { body: "Hello" } },
      preview: "Hello",
      status: "received",
      direction: "in",
      at,
      profile_name: "Anna",
      is_last: true,
      identities: { phone: "4915112345678", bsuid: "DE.1001" },
      opened_at: at,
    });
  });

  it("is told in events, consents to the service and is noted as applied", async () => {
    const { tenantId, channel } = await makeTenant({ channel: true });
    const message = textMessage({ phone: "4915112345678" });
    await receive(channel, messagesBody(channel, { messages: [message] }));
    const events = await ownerQuery("select type from events where tenant_id = $1 order by xid, seq", [tenantId]);
    expect(events.map(({ type }) => type)).toEqual([
      "contact.created",
      "conversation.opened",
      "conversation.queued",
      "message.received",
      "consent.changed",
    ]);
    const consents = await ownerQuery("select purpose, source, evidence from consents where tenant_id = $1", [
      tenantId,
    ]);
    expect(consents).toEqual([{ purpose: "service", source: "first_inbound", evidence: { wamid: message.id } }]);
    const items = await ownerQuery("select outcome, kind, reason from webhook_items where tenant_id = $1", [tenantId]);
    expect(items).toEqual([{ outcome: "applied", kind: "message", reason: null }]);
  });
});
