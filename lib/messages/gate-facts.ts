import type { Transaction } from "@/db/transaction";
import type { ReadReceiptMode } from "@/lib/channels/types";
import { addressOf, type SendAddress } from "@/lib/whatsapp/types";
import type { GateFacts } from "./policy-gate";

/** A conversation as the gate and the send see it. */
export type SendContext = GateFacts & {
  tenantId: string;
  conversationId: string;
  contactId: string;
  channelId: string;
  departmentId: string | null;
  assigneeId: string | null;
  address: SendAddress | null;
  lastMessageAt: Date | null;
  readReceipts: ReadReceiptMode;
};

type Row = {
  tenant_id: string;
  conversation_id: string;
  contact_id: string;
  channel_id: string;
  department_id: string | null;
  assignee_id: string | null;
  state: string;
  owner: "us" | "other";
  channel_state: "active" | "stopped" | "disconnected";
  has_token: boolean;
  read_receipts: ReadReceiptMode;
  is_blocked: boolean;
  window_opened_at: Date | null;
  last_message_at: Date | null;
  phone: string | null;
  bsuid: string | null;
  consents: GateFacts["consents"] | null;
};

const newestIdentity = (kind: string) => `(
  select i.value from contact_identities i
  where i.tenant_id = c.tenant_id and i.contact_id = c.contact_id and i.kind = '${kind}' and i.valid_to is null
  order by i.last_seen_at desc limit 1)`;

const statement = `
  select c.tenant_id, c.id as conversation_id, c.contact_id, c.channel_id, c.department_id, c.assignee_id, c.state,
    c.owner, ch.state as channel_state, ch.token_sealed is not null as has_token, ch.read_receipts,
    ct.blocked_at is not null as is_blocked, w.opened_at as window_opened_at,
    (select m.at from messages m where m.tenant_id = c.tenant_id and m.id = c.last_message_id) as last_message_at,
    ${newestIdentity("phone")} as phone, ${newestIdentity("bsuid")} as bsuid,
    (select jsonb_object_agg(newest.purpose, newest.state) from (
      select distinct on (s.purpose) s.purpose, s.state from consents s
      where s.tenant_id = c.tenant_id and s.contact_id = c.contact_id
      order by s.purpose, s.at desc, s.id desc) newest) as consents
  from unnest($1::uuid[], $2::uuid[]) as wanted (tenant_id, id)
  join conversations c on c.tenant_id = wanted.tenant_id and c.id = wanted.id
  join channels ch on ch.tenant_id = c.tenant_id and ch.id = c.channel_id
  join contacts ct on ct.tenant_id = c.tenant_id and ct.id = c.contact_id
  left join service_windows w
    on w.tenant_id = c.tenant_id and w.contact_id = c.contact_id and w.channel_id = c.channel_id`;

/** For many conversations in one statement, in any role: the keys carry the tenant. */
export async function readSendContexts(
  tx: Transaction,
  keys: { tenantId: string; conversationId: string }[],
): Promise<Map<string, SendContext>> {
  const values = [keys.map((key) => key.tenantId), keys.map((key) => key.conversationId)];
  const { rows } = await tx.$client.query<Row>({ name: "read_send_contexts", text: statement, values });
  return new Map(rows.map((row) => [row.conversation_id, contextOf(row)]));
}

/** Locks the conversation too: what is sent in it is put in the outbox one after the other. */
export async function lockSendContext(
  tx: Transaction,
  key: { tenantId: string; conversationId: string },
): Promise<SendContext | null> {
  const { rows } = await tx.$client.query<Row>({
    name: "lock_send_context",
    text: `${statement} for update of c`,
    values: [[key.tenantId], [key.conversationId]],
  });
  return rows[0] ? contextOf(rows[0]) : null;
}

function contextOf(row: Row): SendContext {
  const address = addressOf({ phone: row.phone, bsuid: row.bsuid });
  return {
    tenantId: row.tenant_id,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    channelId: row.channel_id,
    departmentId: row.department_id,
    assigneeId: row.assignee_id,
    address,
    channel: { state: row.channel_state, hasToken: row.has_token },
    conversation: { state: row.state, owner: row.owner },
    contact: { isBlocked: row.is_blocked, hasAddress: address !== null, hasPhone: row.phone !== null },
    windowOpenedAt: row.window_opened_at,
    lastMessageAt: row.last_message_at,
    readReceipts: row.read_receipts,
    consents: row.consents ?? {},
  };
}
