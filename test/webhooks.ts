/** Webhook bodies as Meta builds them, for the channel of a test's tenant, and the way of one through door and ingest. */
import { acceptWebhook, ingestBatch } from "@/lib/inbound";
import { signBody } from "@/lib/whatsapp";
import { ownerQuery } from "./database";
import type { TestChannel } from "./factories";

type Json = Record<string, unknown>;
type Where = Pick<TestChannel, "wabaId" | "phoneNumberId" | "displayPhoneNumber" | "app">;

/** A body with one change of the field `messages`. */
export function messagesBody(channel: Where, value: Json): Json {
  return changeBody(channel, "messages", {
    messaging_product: "whatsapp",
    metadata: {
      display_phone_number: channel.displayPhoneNumber.replace("+", ""),
      phone_number_id: channel.phoneNumberId,
    },
    ...value,
  });
}

export function changeBody(channel: Pick<Where, "wabaId">, field: string, value: Json): Json {
  return { object: "whatsapp_business_account", entry: [{ id: channel.wabaId, changes: [{ field, value }] }] };
}

export const secondsAgo = (seconds: number) => String(Math.floor(Date.now() / 1000) - seconds);

let count = 0;

/** A text from a customer; `from` is a phone, `userId` a BSUID. */
export function textMessage(
  from: { phone?: string; userId?: string },
  options: { id?: string; body?: string; timestamp?: string } = {},
): Json {
  count += 1;
  return {
    ...(from.phone === undefined ? {} : { from: from.phone }),
    ...(from.userId === undefined ? {} : { from_user_id: from.userId }),
    id: options.id ?? `wamid.test${process.pid}x${count}`,
    timestamp: options.timestamp ?? secondsAgo(60),
    type: "text",
    text: { body: options.body ?? `Text ${count}` },
  };
}

/** Signs a body as Meta does and gives it to the door; answers with the door's status. */
export async function deliver(channel: Pick<Where, "app">, body: Json | Uint8Array): Promise<number> {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  const signature = signBody(channel.app.secret, bytes);
  const { status } = await acceptWebhook({ bytes, signature, appKey: channel.app.key });
  return status;
}

/** Applies everything that the door has taken. */
export async function ingestAll(): Promise<void> {
  while ((await ingestBatch()) > 0);
}

/** One body all the way in. */
export async function receive(channel: Pick<Where, "app">, body: Json): Promise<void> {
  const status = await deliver(channel, body);
  if (status !== 200) throw new Error(`The door answered ${status}.`);
  await ingestAll();
}

/** What became of the bodies that an app signed, in the order in which they came. */
export const logOf = (appKey: string) =>
  ownerQuery<{ id: number; state: string; failure: string | null; attempts: number }>(
    `select l.id::int, l.state, l.failure, l.attempts from webhook_log l join meta_apps a on a.id = any(l.meta_app_ids)
     where a.key = $1 order by l.id`,
    [appKey],
  );

/** The texts of a tenant, in the order of their ids. */
export const textsOf = async (tenantId: string) => {
  const rows = await ownerQuery<{ preview: string }>("select preview from messages where tenant_id = $1 order by id", [
    tenantId,
  ]);
  return rows.map(({ preview }) => preview);
};

export const itemsOf = (tenantId: string) =>
  ownerQuery<{ kind: string; outcome: string; reason: string | null; payload_sealed: Buffer | null }>(
    "select * from webhook_items where tenant_id = $1 order by id",
    [tenantId],
  );
