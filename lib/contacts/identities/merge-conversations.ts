import { queueTimes } from "@/db/queue-times";
import type { Transaction } from "@/db/transaction";

/** Who had a conversation, and whether it was ours to answer. */
type Held = { assigneeId: string | null; departmentId: string | null; state: string; owner: "us" | "other" };

/** Two conversations of one channel that became one; the gone one is there no more. */
export type MergedConversation = {
  keptId: string;
  goneId: string;
  channelId: string;
  gone: Held;
  before: Held;
  after: Held;
};

/** Whoever sends in one of them holds it while writing the message: waiting comes before looking what is in it. */
const lock = `
  select id from conversations where tenant_id = $1 and contact_id in ($2, $3) order by id for update`;

const held = (
  row: string,
) => `jsonb_build_object('assigneeId', ${row}.assignee_id, 'departmentId', ${row}.department_id,
  'state', ${row}.state, 'owner', ${row}.owner)`;

/** A member who had only the gone one keeps the customer, in the state it was in. */
const handsOver = "kept.assignee_id is null and gone.assignee_id is not null";

const state = `case when ${handsOver} then gone.state else kept.state end`;

/** The customer waited in both, and goes on from where they waited longer. */
const { queuedSince, returnedAt } = queueTimes({
  state,
  queuedSince: "least(kept.queued_since, gone.queued_since)",
  returnedAt: "least(kept.returned_at, gone.returned_at)",
  waitingSince: "least(kept.waiting_since, gone.waiting_since)",
});

const merge = `
  with pairs as (
    select gone.id as gone_id, kept.id as kept_id
    from conversations gone join conversations kept
      on kept.tenant_id = gone.tenant_id and kept.channel_id = gone.channel_id
    where gone.tenant_id = $1 and gone.contact_id = $3 and kept.contact_id = $2
      and gone.state <> 'resolved' and kept.state <> 'resolved'),
  moved_messages as (
    update messages m set conversation_id = p.kept_id from pairs p
    where m.tenant_id = $1 and m.conversation_id = p.gone_id),
  moved_outbox as (
    update outbox o set conversation_id = p.kept_id from pairs p
    where o.tenant_id = $1 and o.conversation_id = p.gone_id),
  moved_notes as (
    update notes n set conversation_id = p.kept_id from pairs p
    where n.tenant_id = $1 and n.conversation_id = p.gone_id),
  moved_mentions as (
    update mentions mt set conversation_id = p.kept_id from pairs p
    where mt.tenant_id = $1 and mt.conversation_id = p.gone_id),
  moved_reminders as (
    update reminders r set conversation_id = p.kept_id from pairs p
    where r.tenant_id = $1 and r.conversation_id = p.gone_id),
  copied_drafts as (
    insert into drafts (tenant_id, member_id, conversation_id, text, edited_at)
    select d.tenant_id, d.member_id, p.kept_id, d.text, d.edited_at
    from drafts d join pairs p on d.tenant_id = $1 and d.conversation_id = p.gone_id
    on conflict (tenant_id, member_id, conversation_id) do update set
      text = excluded.text, edited_at = excluded.edited_at where drafts.text = ''),
  copied_labels as (
    insert into conversation_labels (tenant_id, conversation_id, label_id)
    select l.tenant_id, p.kept_id, l.label_id
    from conversation_labels l join pairs p on l.tenant_id = $1 and l.conversation_id = p.gone_id
    on conflict do nothing)
  update conversations kept set
    assignee_id = coalesce(kept.assignee_id, gone.assignee_id),
    state = ${state},
    snoozed_until = case when ${handsOver} then gone.snoozed_until else kept.snoozed_until end,
    department_id = case when ${handsOver} then coalesce(gone.department_id, kept.department_id)
      else coalesce(kept.department_id, gone.department_id) end,
    owner = case when gone.owner = 'us' then 'us' else kept.owner end,
    unread_count = kept.unread_count + gone.unread_count,
    waiting_since = least(kept.waiting_since, gone.waiting_since),
    queued_since = ${queuedSince}, returned_at = ${returnedAt},
    last_assignee_id = coalesce(kept.last_assignee_id, gone.last_assignee_id),
    opened_at = least(kept.opened_at, gone.opened_at),
    last_message_id = case when gone.last_activity_at > kept.last_activity_at
      then gone.last_message_id else kept.last_message_id end,
    last_activity_at = greatest(kept.last_activity_at, gone.last_activity_at)
  from pairs p join conversations gone on gone.tenant_id = $1 and gone.id = p.gone_id
  where kept.tenant_id = $1 and kept.id = p.kept_id
  returning kept.id as "keptId", gone.id as "goneId", kept.channel_id as "channelId",
    ${held("gone")} as gone, ${held("old")} as before, ${held("new")} as after`;

/** Two threads alive on one channel become one: the messages go over, then what they add up to. */
export async function mergeConversations(
  tx: Transaction,
  tenantId: string,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<MergedConversation[]> {
  await tx.$client.query(lock, [tenantId, keptId, goneId]);
  const { rows } = await tx.$client.query<MergedConversation>(merge, [tenantId, keptId, goneId]);
  await tx.$client.query("delete from conversations where tenant_id = $1 and id = any($2::uuid[])", [
    tenantId,
    rows.map((row) => row.goneId),
  ]);
  return rows;
}
