import { queueTimes } from "@/db/queue-times";
import type { messages } from "@/db/schema";
import type { Transaction } from "@/db/transaction";

export type MessageRow = typeof messages.$inferSelect;

export type Leaving = {
  bodySealed: Buffer;
  /** Agent 0, bot 1, broadcast 2. */
  priority: number;
  /** Null: now. */
  notBefore: Date | null;
  expiresAt: Date;
};

/**
 * What a new last message means for its conversation; `claimedBy` is who takes it with this answer. What the software
 * says by itself is no answer: the customer goes on waiting, and what is unread stays so.
 */
export type Touch = { claimedBy: string | null; isAnswer: boolean };

const STATE = "case when $18::uuid is null then c.state else 'open' end";
const { queuedSince, returnedAt } = queueTimes({
  state: STATE,
  ...{ queuedSince: "c.queued_since", returnedAt: "c.returned_at", waitingSince: "c.waiting_since" },
});

/**
 * The message, its place in the outbox and its mark on the conversation, in one prepared statement: every send comes
 * through here. False when the client's id was used already; then nothing is written.
 */
export async function writeMessage(
  tx: Transaction,
  message: MessageRow,
  { bodySealed, priority, notBefore, expiresAt }: Leaving,
  touch: Touch | null,
): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: "write_message",
    text: `
      with written as (
        insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, author_id, type,
          content, preview, quoted_wamid, client_id, status, at, scheduled_for, origin)
        values ($1, $2, $3, $4, $5, 'out', $6, $7, $8, $9, $10, $11, $12, $20, $13, $22, $23)
        on conflict (tenant_id, client_id) where client_id is not null do nothing
        returning tenant_id, id, conversation_id, contact_id, channel_id, at),
      leaving as (
        insert into outbox (tenant_id, message_id, conversation_id, contact_id, channel_id, body_sealed, priority,
          state, not_before, expires_at)
        select tenant_id, id, conversation_id, contact_id, channel_id, $14, $15::int, $20::text,
          coalesce($21::timestamptz, now()), $16::timestamptz from written),
      touched as (
        update conversations c set last_message_id = w.id, last_activity_at = greatest(c.last_activity_at, w.at),
          waiting_since = case when $19::bool then null else c.waiting_since end,
          unread_count = case when $19::bool then 0 else c.unread_count end, assignee_id = coalesce($18::uuid, c.assignee_id),
          last_assignee_id = coalesce($18::uuid, c.last_assignee_id),
          state = ${STATE}, queued_since = ${queuedSince}, returned_at = ${returnedAt},
          snoozed_until = case when $18::uuid is null then c.snoozed_until end
        from written w where $17::bool and c.tenant_id = w.tenant_id and c.id = w.conversation_id)
      select from written`,
    values: [
      message.tenantId,
      message.id,
      message.conversationId,
      message.contactId,
      message.channelId,
      message.author,
      message.authorId,
      message.type,
      JSON.stringify(message.content),
      message.preview,
      message.quotedWamid,
      message.clientId,
      message.at,
      bodySealed,
      priority,
      expiresAt,
      touch !== null,
      touch?.claimedBy ?? null,
      touch?.isAnswer ?? false,
      message.status,
      notBefore,
      message.scheduledFor,
      message.origin === null ? null : JSON.stringify(message.origin),
    ],
  });
  return rowCount === 1;
}
