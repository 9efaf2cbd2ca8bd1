import { Pool } from "undici";
import { sendMessage } from "@/lib/messages";
import type { House } from "./house/house";
import { untilStopped } from "./house/open";
import { phoneOf } from "./load/bodies";
import { type SceneLine, setScene } from "./load/scene";
import type { Measurement } from "./measurement";
import type { Row } from "./report/row";

const LINES = 10;
const CUSTOMERS = 200;
const THROUGHPUT = 1_000;
const QUEUE_AT_ONCE = 12;
const LOOK_EVERY_MS = 100;
const WITHIN_MS = 300_000;
const REFERENCE_CONNECTIONS = 64;

/**
 * The send loop with everything behind it. Messages are queued with the verb that the API calls, while their numbers are
 * held back; then all are let go at once, and each comes back as sent, delivered and read through the door.
 */
export const sending: Measurement = async ({ options, openHouse, say }) => {
  say("setting the scene");
  const house = await openHouse();
  const simulator = await house.startSimulator();
  const engine = await house.startEngine();
  const { lines } = await setScene(house, {
    lines: LINES,
    screens: 0,
    seeingAll: 0,
    departments: 1,
    customers: CUSTOMERS,
    messages: 0,
  });
  for (const line of lines) await connectLine(house, line);
  say("the simulator alone");
  const alone = await sendPastTheProduct(house, lines, Math.ceil(options.messages / 4));
  await house.owner.query(holdBack);
  say(`queueing ${options.messages} messages`);
  const queuedPerSecond = await queueMessages(house, lines, options.messages);
  say("sending");
  const { acceptedPerSecond, readPerSecond } = await letGo(house, options.messages);
  await engine.stop();
  await simulator.stop();
  const rate = (value: number) => `${Math.round(value).toLocaleString("en-US")}/s`;
  const common = {
    from: "sending",
    unit: "/s",
    better: "more",
    aim: 1_000,
    floor: 200,
    reference: `the same requests straight to the simulator, which answers with the same statuses, ${rate(alone)}`,
  } satisfies Partial<Row>;
  return [
    {
      ...common,
      what: "Sending on ten channels, until accepted",
      figure: acceptedPerSecond,
      notes: [
        `${options.messages} messages, queued by the verb at ${rate(queuedPerSecond)} beforehand; statuses came back meanwhile`,
      ],
    },
    { ...common, what: "Sending on ten channels, until each was read", figure: readPerSecond, notes: [] },
  ];
};

/** As if Meta had asked to slow down: what is queued stays, and goes at one moment. */
const holdBack = `
insert into send_buckets (tenant_id, channel_id, scope, arrives_at, blocked_until)
select tenant_id, id, 'channel', now(), now() + interval '1 hour' from channels`;
const release = "update send_buckets set blocked_until = null where scope = 'channel'";

async function connectLine({ owner, url, simulatorUrl }: House, line: SceneLine): Promise<void> {
  await owner.query("update channels set messages_per_second = $2 where id = $1", [line.id, THROUGHPUT]);
  await post(`${simulatorUrl}/control/channels`, {
    phoneNumberId: line.phoneNumberId,
    wabaId: line.wabaId,
    displayPhoneNumber: line.displayPhoneNumber,
    verifiedName: line.name,
    token: line.token,
    appId: line.app.appId,
    appSecret: line.app.secret,
    webhookUrl: `${url}/api/whatsapp/webhook/${line.app.key}`,
    throughput: THROUGHPUT,
  });
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

async function queueMessages({ owner }: House, lines: SceneLine[], count: number): Promise<number> {
  const conversations = new Map<string, string[]>();
  for (const { tenantId } of lines) {
    const rows = await owner.query<{ id: string }>("select id from conversations where tenant_id = $1", [tenantId]);
    conversations.set(
      tenantId,
      rows.map(({ id }) => id),
    );
  }
  let next = 0;
  const began = performance.now();
  const work = async () => {
    while (next < count) {
      const at = next++;
      const line = lines[at % lines.length];
      const own = conversations.get(line?.tenantId ?? "") ?? [];
      const conversationId = own[Math.floor(at / lines.length) % own.length];
      if (!line || !conversationId) throw new Error("There is no conversation to send in.");
      await sendMessage(line.owner, {
        conversationId,
        clientId: crypto.randomUUID(),
        type: "text",
        text: { body: `Parcel ${at} has left our house this morning.` },
      });
    }
  };
  await Promise.all(Array.from({ length: QUEUE_AT_ONCE }, work));
  return (1000 * count) / (performance.now() - began);
}

async function letGo({ owner }: House, count: number): Promise<{ acceptedPerSecond: number; readPerSecond: number }> {
  await owner.query("analyze messages, outbox, message_statuses");
  await owner.query(release);
  const began = performance.now();
  const perSecond = () => (1000 * count) / (performance.now() - began);
  let acceptedPerSecond: number | undefined;
  for (;;) {
    const { accepted, read, failed } = await owner.one<{ accepted: number; read: number; failed: number }>(
      `select count(*) filter (where accepted_at is not null)::int as accepted,
         count(*) filter (where read_at is not null)::int as read,
         count(*) filter (where failed_at is not null)::int as failed from messages where direction = 'out'`,
    );
    if (failed > 0) throw new Error(`${failed} messages failed.`);
    if (accepted === count) acceptedPerSecond ??= perSecond();
    if (read === count && acceptedPerSecond !== undefined) return { acceptedPerSecond, readPerSecond: perSecond() };
    if (performance.now() - began > WITHIN_MS) {
      throw new Error(`After ${WITHIN_MS / 1000} s, of ${count} messages ${accepted} were accepted and ${read} read.`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** To people whom the product does not know, by the simplest client there is. */
async function sendPastTheProduct({ simulatorUrl }: House, lines: SceneLine[], count: number): Promise<number> {
  const pool = new Pool(simulatorUrl, { connections: REFERENCE_CONNECTIONS });
  const close = untilStopped(() => pool.close());
  let next = 0;
  const began = performance.now();
  const work = async () => {
    while (next < count) {
      const at = next++;
      const line = lines[at % lines.length];
      if (!line) throw new Error("There is no number to send from.");
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: `/v25.0/${line.phoneNumberId}/messages`,
        headers: { authorization: `Bearer ${line.token}`, "content-type": "application/json" },
        body: JSON.stringify({
          messaging_product: "whatsapp",
          to: phoneOf(line.index, CUSTOMERS + at),
          type: "text",
          text: { body: `Parcel ${at} has left our house this morning.` },
        }),
      });
      const answer = await body.text();
      if (statusCode !== 200) throw new Error(`The simulator answered ${statusCode}: ${answer}`);
    }
  };
  await Promise.all(Array.from({ length: REFERENCE_CONNECTIONS }, work));
  const perSecond = (1000 * count) / (performance.now() - began);
  await close();
  return perSecond;
}
