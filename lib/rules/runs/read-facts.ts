import type { Transaction } from "@/db/transaction";
import { displayName } from "@/lib/contacts";
import { isWindowOpen } from "@/lib/conversations";
import type { ConversationState, Priority } from "@/lib/conversations/types";
import { hoursOf, isOpenAt } from "@/lib/hours";
import type { OpeningHours } from "@/lib/hours/types";
import type { RuleFacts } from "@/lib/rules/facts";
import { MINUTE } from "@/lib/time";
import { wordsOfMessage } from "./words-of-message";

/** Of which moment the facts are wanted: the message of an event, else the customer's last one until then. */
export type Moment = { conversationId: string; messageId: string | null; at: string };

export type Seen = {
  contactId: string;
  contactName: string;
  channelId: string;
  departmentId: string | null;
  assigneeId: string | null;
  facts: RuleFacts;
};

type Row = {
  place: number;
  contact_id: string;
  channel_id: string;
  department_id: string | null;
  assignee_id: string | null;
  state: ConversationState;
  priority: Priority;
  waiting_since: Date | null;
  name: string | null;
  profile_name: string | null;
  username: string | null;
  phone: string | null;
  language: string | null;
  label_ids: string[];
  fields: Record<string, string> | null;
  opened_at: Date | null;
  score: number | null;
  message_type: string | null;
  message_content: Record<string, unknown> | null;
};

const statement = `
  select w.place::int as place, c.contact_id, c.channel_id, c.department_id, c.assignee_id, c.state, c.priority,
    c.waiting_since, ct.name, ct.profile_name, ct.username, ct.language, sw.opened_at,
    (select i.value from contact_identities i where i.tenant_id = c.tenant_id and i.contact_id = c.contact_id
      and i.kind = 'phone' and i.valid_to is null order by i.last_seen_at desc limit 1) as phone,
    array(select cl.label_id::text from conversation_labels cl
      where cl.tenant_id = c.tenant_id and cl.conversation_id = c.id) as label_ids,
    (select jsonb_object_agg(v.field_id, v.value) from contact_field_values v
      where v.tenant_id = c.tenant_id and v.contact_id = c.contact_id) as fields,
    (select s.score from surveys s where s.tenant_id = c.tenant_id and s.conversation_id = c.id and s.score is not null
      order by s.id desc limit 1) as score,
    coalesce(own.type, latest.type) as message_type, coalesce(own.content, latest.content) as message_content
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) with ordinality as w (conversation_id, message_id, at, place)
  join conversations c on c.tenant_id = $1 and c.id = w.conversation_id
  join contacts ct on ct.tenant_id = c.tenant_id and ct.id = c.contact_id
  left join service_windows sw
    on sw.tenant_id = c.tenant_id and sw.contact_id = c.contact_id and sw.channel_id = c.channel_id
  left join messages own on own.tenant_id = c.tenant_id and own.id = w.message_id
  left join lateral (
    select m.type, m.content from messages m
    where w.message_id is null and m.tenant_id = c.tenant_id and m.conversation_id = c.id and m.direction = 'in'
      and m.at <= w.at + interval '1 minute'
    order by m.at desc, m.id desc limit 1) latest on true`;

/** By the place of each moment in the list; what has been erased is not there. */
export async function readFacts(
  tx: Transaction,
  tenantId: string,
  moments: readonly Moment[],
  now = new Date(),
): Promise<Map<number, Seen>> {
  const values = [
    tenantId,
    moments.map(({ conversationId }) => conversationId),
    moments.map(({ messageId }) => messageId),
    moments.map(({ at }) => at),
  ];
  const { rows } = await tx.$client.query<Row>({ name: "read_rule_facts", text: statement, values });
  const hours = await hoursByPlace(tx, tenantId, rows);
  const isOpen = (row: Row) =>
    isOpenAt(hours.get(placeOf(row)) ?? null, new Date(moments[row.place - 1]?.at ?? now.getTime()));
  return new Map(rows.map((row) => [row.place - 1, seenIn(row, isOpen(row), now)]));
}

const placeOf = ({ channel_id, department_id }: Row) => `${channel_id} ${department_id}`;

/** Many conversations share a number and a department, and so their hours. */
async function hoursByPlace(tx: Transaction, tenantId: string, rows: Row[]): Promise<Map<string, OpeningHours | null>> {
  const found = new Map<string, OpeningHours | null>();
  for (const row of rows) {
    if (found.has(placeOf(row))) continue;
    const place = { departmentId: row.department_id, channelId: row.channel_id };
    found.set(placeOf(row), await hoursOf(tx, { tenantId }, place));
  }
  return found;
}

function seenIn(row: Row, isOpen: boolean, now: Date): Seen {
  const contactName = displayName({ ...row, profileName: row.profile_name });
  const fields = Object.entries(row.fields ?? {}).map(([id, value]) => [`field:${id}`, value]);
  const waitedMs = row.waiting_since ? now.getTime() - row.waiting_since.getTime() : null;
  return {
    contactId: row.contact_id,
    contactName,
    channelId: row.channel_id,
    departmentId: row.department_id,
    assigneeId: row.assignee_id,
    facts: {
      ...Object.fromEntries(fields),
      text: wordsOfMessage(row.message_content),
      messageType: row.message_type,
      labelIds: row.label_ids,
      priority: row.priority,
      departmentId: row.department_id,
      assigneeId: row.assignee_id,
      state: row.state,
      channelId: row.channel_id,
      language: row.language,
      contactName,
      isOpen,
      isWindowOpen: isWindowOpen(row.opened_at, now),
      waitingMinutes: waitedMs === null ? null : Math.floor(waitedMs / MINUTE),
      score: row.score,
    },
  };
}
