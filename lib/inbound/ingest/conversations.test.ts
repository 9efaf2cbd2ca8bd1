import { describe, expect, it } from "vitest";
import { availability } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { ownerQuery } from "@/test/database";
import { listTypes } from "@/test/events";
import { makeTenant } from "@/test/factories";
import { changeBody, messagesBody, receive, secondsAgo, textMessage } from "@/test/webhooks";

const phone = "4915112345678";
const HOUR = 3_600;

type Row = {
  id: string;
  state: string;
  owner: string;
  assignee_id: string | null;
  unread_count: number;
  waiting_since: Date | null;
  queued_since: Date | null;
  resolved_at: Date | null;
};

async function scene() {
  const tenant = await makeTenant({ channel: true });
  const { tenantId, channel } = tenant;
  const write = (body: string, timestamp: string) =>
    receive(channel, messagesBody(channel, { messages: [textMessage({ phone }, { body, timestamp })] }));
  const conversations = () =>
    ownerQuery<Row>("select * from conversations where tenant_id = $1 order by opened_at, id", [tenantId]);
  const resolve = (assigneeId: string | null, hoursAgo: number) =>
    ownerQuery(
      `update conversations set state = 'resolved', assignee_id = $2, waiting_since = null, unread_count = 0,
         resolved_at = now() - $3 * interval '1 hour' where tenant_id = $1`,
      [tenantId, assigneeId, hoursAgo],
    );
  const setAvailability = (memberId: string, state: "online" | "break") =>
    withTenant({ tenantId }, (tx) => tx.insert(availability).values({ tenantId, memberId, state, since: new Date() }));
  return { ...tenant, write, conversations, resolve, setAvailability };
}

const standbyBody = (channel: Parameters<typeof messagesBody>[0], messages: unknown[]) => {
  const metadata = { display_phone_number: channel.displayPhoneNumber, phone_number_id: channel.phoneNumberId };
  return changeBody(channel, "standby", { messaging_product: "whatsapp", metadata, standby: { messages } });
};

describe("a customer who writes", () => {
  it("again goes on in the conversation that is open, and waits since the first message that nobody answered", async () => {
    const { write, conversations } = await scene();
    const first = secondsAgo(600);
    await write("One", first);
    await write("Two", secondsAgo(300));
    const rows = await conversations();
    expect(rows.length).toBe(1);
    expect(rows[0]).toMatchObject({ unread_count: 2, waiting_since: new Date(Number(first) * 1_000) });
  });

  it("within a day of resolved goes back to the agent who had it, when the agent is online", async () => {
    const { write, conversations, resolve, setAvailability, agent } = await scene();
    await write("One", secondsAgo(5 * HOUR));
    await resolve(agent.id, 2);
    await setAvailability(agent.id, "online");
    await write("Two", secondsAgo(60));
    const rows = await conversations();
    expect(rows.length).toBe(1);
    expect(rows[0]).toMatchObject({ state: "open", assignee_id: agent.id, resolved_at: null, unread_count: 1 });
    const why = await ownerQuery(
      `select d.member_id, d.facts->>'rule' as rule, d.facts->'candidates'->0->'loadPercent' as load
       from events e join routing_decisions d on d.tenant_id = e.tenant_id and d.id = (e.payload->>'decisionId')::uuid
       where e.conversation_id = $1 and e.type = 'conversation.reopened'`,
      [rows[0]?.id],
    );
    expect(why).toEqual([{ member_id: agent.id, rule: "lastAgent", load: 0 }]);
  });

  it("within a day of resolved goes to the queue, when the agent is not online", async () => {
    const { write, conversations, resolve, setAvailability, agent } = await scene();
    await write("One", secondsAgo(5 * HOUR));
    await resolve(agent.id, 2);
    await setAvailability(agent.id, "break");
    await write("Two", secondsAgo(60));
    expect((await conversations())[0]).toMatchObject({ state: "queued", assignee_id: null });
  });

  it("later than that begins a new conversation", async () => {
    const { write, conversations, resolve, agent } = await scene();
    await write("One", secondsAgo(60 * HOUR));
    await resolve(agent.id, 30);
    await write("Two", secondsAgo(60));
    expect((await conversations()).map(({ state }) => state)).toEqual(["resolved", "queued"]);
  });

  it("is reopened within the hours that the workspace chose", async () => {
    const { write, conversations, resolve, tenantId } = await scene();
    await ownerQuery("update tenants set reopen_within_hours = 1 where id = $1", [tenantId]);
    await write("One", secondsAgo(5 * HOUR));
    await resolve(null, 2);
    await write("Two", secondsAgo(60));
    expect((await conversations()).length).toBe(2);
  });
});

describe("a thread of another responder", () => {
  it("counts nothing as unread and lets nobody wait, but keeps the message and the window", async () => {
    const { channel, conversations, tenantId } = await scene();
    await receive(channel, standbyBody(channel, [textMessage({ phone })]));
    expect((await conversations())[0]).toMatchObject({ owner: "other", unread_count: 0, waiting_since: null });
    const [{ windows, messages } = { windows: 0, messages: 0 }] = await ownerQuery<{
      windows: number;
      messages: number;
    }>(
      `select (select count(*)::int from service_windows where tenant_id = $1) as windows,
         (select count(*)::int from messages where tenant_id = $1) as messages`,
      [tenantId],
    );
    expect([windows, messages]).toEqual([1, 1]);
  });

  it("is ours again with the first message that comes to us directly", async () => {
    const { channel, conversations, write } = await scene();
    await receive(channel, standbyBody(channel, [textMessage({ phone }, { timestamp: secondsAgo(300) })]));
    await write("To you", secondsAgo(60));
    expect((await conversations())[0]).toMatchObject({ owner: "us", unread_count: 1 });
  });

  it("stays ours when an older copy comes late", async () => {
    const { channel, conversations, write } = await scene();
    await write("To you", secondsAgo(60));
    await receive(channel, standbyBody(channel, [textMessage({ phone }, { timestamp: secondsAgo(300) })]));
    expect((await conversations())[0]).toMatchObject({ owner: "us", unread_count: 1 });
  });

  it("that hands a message over shows it once, as ours and unread", async () => {
    const { channel, conversations, tenantId } = await scene();
    const message = textMessage({ phone }, { timestamp: secondsAgo(60) });
    await receive(channel, standbyBody(channel, [message]));
    await receive(channel, messagesBody(channel, { messages: [message] }));
    expect((await conversations())[0]).toMatchObject({ owner: "us", unread_count: 1 });
    expect((await ownerQuery("select 1 from messages where tenant_id = $1", [tenantId])).length).toBe(1);
  });

  it("changes hands by a hand-over, and the change is an event", async () => {
    const { channel, conversations, write, tenantId } = await scene();
    await write("Hello", secondsAgo(300));
    const handover = (type: "control_taken" | "control_passed", timestamp: string) =>
      changeBody(channel, "messaging_handovers", {
        messaging_product: "whatsapp",
        sender: { phone_number: phone },
        recipient: { phone_number_id: channel.phoneNumberId },
        type,
        timestamp,
        [type]: { previous_owner_role: "customer_service", new_owner_role: "ai_agent" },
      });
    await receive(channel, handover("control_taken", secondsAgo(120)));
    expect((await conversations())[0]).toMatchObject({ owner: "other", unread_count: 0, waiting_since: null });
    await receive(channel, handover("control_passed", secondsAgo(60)));
    expect((await conversations())[0]).toMatchObject({ owner: "us" });
    const events = await ownerQuery<{ payload: unknown }>(
      "select payload from events where tenant_id = $1 and type = 'conversation.ownerChanged' order by xid, seq",
      [tenantId],
    );
    expect(events.map(({ payload }) => payload)).toEqual([
      { owner: "other", responder: "ai_agent" },
      { owner: "us", responder: null },
    ]);
    const types = await listTypes(tenantId, (await conversations())[0]?.id ?? "");
    expect(types.filter((type) => /queued$/.test(type))).toEqual([
      ...["conversation.queued", "conversation.dequeued", "conversation.queued"],
    ]);
  });

  it("stands in no queue until it is ours, and waits from then on", async () => {
    const { channel, conversations, write, tenantId } = await scene();
    await receive(channel, standbyBody(channel, [textMessage({ phone }, { timestamp: secondsAgo(3 * HOUR) })]));
    const [{ id } = { id: "" }] = await conversations();
    expect((await conversations())[0]).toMatchObject({ state: "queued", queued_since: null });
    expect(await listTypes(tenantId, id)).not.toContain("conversation.queued");
    const written = secondsAgo(60);
    await write("To you", written);
    expect((await conversations())[0]).toMatchObject({ queued_since: new Date(Number(written) * 1_000) });
    expect((await listTypes(tenantId, id)).filter((type) => type === "conversation.queued")).toHaveLength(1);
  });
});

describe("what another responder hands over", () => {
  const toldIn = async (tenantId: string) => {
    const events = await ownerQuery<{ payload: Record<string, unknown> }>(
      "select payload from events where tenant_id = $1 and type = 'conversation.ownerChanged' order by xid, seq",
      [tenantId],
    );
    return events.map(({ payload }) => payload);
  };

  it("with the thread, a summary and a note, stands in the event of it", async () => {
    const { channel, write, tenantId } = await scene();
    await write("Hello", secondsAgo(300));
    const summary = { type: "summary", summary: { text: " Wants a refund of order 4711. " } };
    const control = { previous_owner_role: "ai_agent", new_owner_role: "customer_service", metadata: "ticket 12" };
    const handover = (type: string, timestamp: string, more: object) =>
      changeBody(channel, "messaging_handovers", {
        messaging_product: "whatsapp",
        sender: { phone_number: phone },
        recipient: { phone_number_id: channel.phoneNumberId },
        type,
        timestamp,
        [type]: { ...control, ...more },
      });
    await receive(channel, handover("control_passed", secondsAgo(60), { conversation_context: summary }));
    expect(await toldIn(tenantId)).toEqual([
      {
        owner: "us",
        responder: null,
        summary: "Wants a refund of order 4711.",
        metadata: "ticket 12",
        changes: false,
      },
    ]);
  });

  it("beside the first message that is ours, stands in the same conversation, once", async () => {
    const { channel, tenantId } = await scene();
    const message = textMessage({ phone }, { timestamp: secondsAgo(60) });
    await receive(channel, standbyBody(channel, [message]));
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.phoneNumberId };
    const value = {
      messaging_product: "whatsapp",
      metadata,
      contacts: [{ wa_id: phone, profile: { name: "Ana" } }],
      messages: [textMessage({ phone }, { timestamp: secondsAgo(30) })],
      conversation_context: { type: "summary", summary: { text: "Asked when we open." } },
    };
    await receive(channel, changeBody(channel, "messages", value));
    await receive(channel, changeBody(channel, "messages", value));
    const told = (await toldIn(tenantId)).filter(({ summary }) => summary !== undefined);
    expect(told).toEqual([{ owner: "us", responder: null, summary: "Asked when we open.", changes: false }]);
  });
});

describe("what asks for nothing", () => {
  it("opens no conversation that anybody has to look at: a message typed in the phone app, a changed number", async () => {
    const { channel, conversations } = await scene();
    const echo = { from: "15550001111", to: phone, id: "wamid.echo1", timestamp: secondsAgo(60), type: "text" };
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.phoneNumberId };
    const value = { messaging_product: "whatsapp", metadata, message_echoes: [{ ...echo, text: { body: "Hi" } }] };
    await receive(channel, changeBody(channel, "smb_message_echoes", value));
    expect((await conversations())[0]).toMatchObject({ state: "resolved", unread_count: 0, waiting_since: null });
  });

  it("typed in the phone app answers the customer: nobody waits any more", async () => {
    const { channel, conversations, write } = await scene();
    await write("Hello", secondsAgo(300));
    const echo = { from: "15550001111", to: phone, id: "wamid.echo2", timestamp: secondsAgo(60), type: "text" };
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.phoneNumberId };
    const value = { messaging_product: "whatsapp", metadata, message_echoes: [{ ...echo, text: { body: "Hi" } }] };
    await receive(channel, changeBody(channel, "smb_message_echoes", value));
    expect((await conversations())[0]).toMatchObject({ state: "queued", unread_count: 0, waiting_since: null });
  });
});

describe("a call that was missed", () => {
  it("is a message that wants an answer, opens the window and is told as such", async () => {
    const { channel, conversations, tenantId } = await scene();
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.phoneNumberId };
    const call = { id: "wacid.1", from: phone, to: "15550001111", event: "terminate", direction: "USER_INITIATED" };
    const calls = [{ ...call, timestamp: secondsAgo(30), status: "FAILED" }];
    await receive(channel, changeBody(channel, "calls", { messaging_product: "whatsapp", metadata, calls }));
    expect((await conversations())[0]).toMatchObject({ state: "queued", unread_count: 1 });
    const [row] = await ownerQuery(
      `select m.preview, (select count(*)::int from events e where e.message_id = m.id and e.type = 'call.missed') as told,
         (select count(*)::int from service_windows w where w.contact_id = m.contact_id) as windows
       from messages m where m.tenant_id = $1`,
      [tenantId],
    );
    expect(row).toEqual({ preview: "Missed call", told: 1, windows: 1 });
  });
});
