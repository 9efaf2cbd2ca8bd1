/** A scene for tests of sending: a simulator as Meta, a tenant with a connected number, and a customer who wrote. */
import { expect } from "vitest";
import { contactIdentities, contacts, conversations, messages, serviceWindows } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { applyStatuses, readCallback, readMessage } from "@/lib/messages";
import type { Message } from "@/lib/messages/types";
import { type RunningSimulator, startSimulator } from "@/simulator";
import { ownerQuery } from "./database";
import { makeTenant, type TestChannel } from "./factories";

const digits = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => String((byte % 9) + 1)).join("");

/** Meta for one test file. To be started before anything else, since the environment is read once. */
export async function startMeta(): Promise<RunningSimulator> {
  const simulator = await startSimulator();
  process.env.WHATSAPP_GRAPH_URL = simulator.url;
  return simulator;
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;
export type Customer = Awaited<ReturnType<typeof makeCustomer>>;

/** A tenant with a number that the simulator knows, and one customer whose window is open. */
export async function makeScene(
  simulator: RunningSimulator,
  options: { throughput?: number; webhookUrl?: string } = {},
) {
  const tenant = await makeTenant({ channel: true });
  await registerChannel(simulator, tenant.channel, options);
  const customer = await makeCustomer(tenant, tenant.channel);
  return { ...tenant, customer };
}

export async function registerChannel(
  simulator: RunningSimulator,
  channel: TestChannel,
  { throughput, webhookUrl }: { throughput?: number; webhookUrl?: string } = {},
) {
  await control(simulator, "channels", {
    phoneNumberId: channel.phoneNumberId,
    wabaId: channel.wabaId,
    displayPhoneNumber: channel.displayPhoneNumber,
    verifiedName: channel.name,
    token: channel.token,
    appId: channel.app.appId,
    appSecret: channel.app.secret,
    throughput,
    webhookUrl,
  });
  await control(simulator, "behaviour", { phoneNumberId: channel.phoneNumberId, window: "off", autoStatuses: false });
}

/** A contact with a conversation that waits in the queue, and a message of theirs to answer. */
export async function makeCustomer(
  { tenantId }: { tenantId: string },
  channel: { id: string; portfolioId: string },
  options: { wroteAt?: Date; departmentId?: string | null } = {},
) {
  const { wroteAt = new Date(), departmentId = null } = options;
  const [contactId, conversationId, messageId] = [newId(), newId(), newId()];
  const phone = `1555${digits(8)}`;
  const wamid = `wamid.${Buffer.from(phone + digits(20)).toString("base64")}`;
  await withTenant({ tenantId }, async (tx) => {
    await tx.insert(contacts).values({ tenantId, id: contactId, portfolioId: channel.portfolioId, profileName: "Ana" });
    await tx.insert(contactIdentities).values({
      tenantId,
      portfolioId: channel.portfolioId,
      contactId,
      kind: "phone",
      value: phone,
      validFrom: wroteAt,
      lastSeenAt: wroteAt,
      source: "test",
    });
    await tx.insert(conversations).values({
      tenantId,
      id: conversationId,
      contactId,
      channelId: channel.id,
      departmentId,
      state: "queued",
      openedAt: wroteAt,
      waitingSince: wroteAt,
      unreadCount: 1,
      lastActivityAt: wroteAt,
    });
    await tx.insert(serviceWindows).values({ tenantId, contactId, channelId: channel.id, openedAt: wroteAt });
    await tx.insert(messages).values({
      tenantId,
      id: messageId,
      conversationId,
      contactId,
      channelId: channel.id,
      direction: "in",
      author: "contact",
      type: "text",
      content: { type: "text", text: { body: "Hello" } },
      preview: "Hello",
      wamid,
      status: "received",
      at: wroteAt,
    });
  });
  return { contactId, conversationId, phone, wamid };
}

export type SentMessage = {
  wamid: string;
  to: string;
  time: string;
  phoneNumberId: string;
  body: Record<string, unknown>;
};

/** What Meta accepted, the oldest first. */
export async function sentBy(simulator: RunningSimulator, channel: { phoneNumberId: string }): Promise<SentMessage[]> {
  const response = await fetch(`${simulator.url}/control/sent?phoneNumberId=${channel.phoneNumberId}`);
  return (await response.json()) as SentMessage[];
}

export async function orderFault(
  simulator: RunningSimulator,
  customer: { phone: string },
  fault: string,
  times = 1,
): Promise<void> {
  await control(simulator, "faults", { match: { path: "/messages", to: customer.phone }, times, fault });
}

export async function control(simulator: RunningSimulator, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${simulator.url}/control/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The simulator refused ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Keeps the number of a tenant from sending for a while, as if Meta had asked for it. */
export async function holdBack({ tenantId }: { tenantId: string }, forMs = 3_600_000): Promise<void> {
  await ownerQuery(
    `insert into send_buckets (tenant_id, channel_id, scope, arrives_at, blocked_until)
     select tenant_id, id, 'channel', now(), now() + $2 * interval '1 millisecond' from channels where tenant_id = $1
     on conflict (tenant_id, channel_id, scope) do update set blocked_until = excluded.blocked_until`,
    [tenantId, forMs],
  );
}

/** Lets pauses, blocks and waits of a tenant's outbox end now, so that no test has to sit them out. */
export async function letTimePass({ tenantId }: { tenantId: string }): Promise<void> {
  await ownerQuery("update outbox set not_before = now() where tenant_id = $1", [tenantId]);
  await ownerQuery("update outbox set settles_by = now() where tenant_id = $1 and state = 'ambiguous'", [tenantId]);
  await ownerQuery(
    "update outbox set leased_until = now() - interval '1 second' where tenant_id = $1 and state = 'sending'",
    [tenantId],
  );
  await ownerQuery("update send_buckets set blocked_until = null where tenant_id = $1", [tenantId]);
}

export function textTo({ conversationId }: { conversationId: string }, body = "Good morning") {
  return { conversationId, clientId: newId(), type: "text", text: { body } };
}

export function readOf(actor: Actor, message: { id: string; conversationId: string }): Promise<Message> {
  return readMessage(actor, { conversationId: message.conversationId, messageId: message.id });
}

/** Waits for the visible thing, with patience for a machine that has much else to do. */
export function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, { timeout: 15_000, interval: 25 });
}

/** For `eventually`. */
export function statusOf(actor: Actor, message: { id: string; conversationId: string }) {
  return async () => (await readOf(actor, message)).status;
}

/** The texts that Meta accepted from a scene's number, in order. */
export async function wordsSent(simulator: RunningSimulator, { channel }: { channel: TestChannel }): Promise<string[]> {
  return (await sentBy(simulator, channel)).map(({ body }) => (body.text as { body: string }).body);
}

export async function eventsOf({ tenantId }: { tenantId: string }): Promise<string[]> {
  const rows = await ownerQuery<{ type: string }>("select type from events where tenant_id = $1 order by seq", [
    tenantId,
  ]);
  return rows.map(({ type }) => type);
}

/** Reports a status of every message that Meta accepted from a scene's number, as ingest would. */
export async function reportAll(simulator: RunningSimulator, scene: Scene, status: string): Promise<void> {
  const reports = (await sentBy(simulator, scene.channel)).map(({ wamid, body }) => ({
    wamid,
    status,
    recipient: "",
    at: new Date(),
    callbackId: readCallback(String(body.biz_opaque_callback_data)),
    pricing: null,
    errors: null,
  }));
  const place = { tenantId: scene.tenantId, channelId: scene.channel.id };
  await withTenant(scene, (tx) => applyStatuses(tx, place, reports));
}
