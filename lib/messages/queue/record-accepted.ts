import type { Transaction } from "@/db/transaction";
import { recordEvents } from "@/lib/events";
import { announceStatuses } from "@/lib/messages/announce-statuses";
import { leaveOutbox, refreshDeliveryFacts } from "@/lib/messages/delivery-facts";
import { buryWamids } from "@/lib/messages/erased";
import { claimParked } from "@/lib/messages/known-wamids";
import { shownStatusSql } from "@/lib/messages/shown-status";
import { tellAnswered } from "@/lib/messages/tell-answered";
import type { Outcome } from "./record-outcomes";

type Sender = { tenantId: string; kind: string; id: string };

const shown = shownStatusSql({
  before: "m.status",
  acceptedAt: "a.at",
  sentAt: "m.sent_at",
  deliveredAt: "m.delivered_at",
  readAt: "m.read_at",
  playedAt: "m.played_at",
  failedAt: "m.failed_at",
});

/** Meta has them: out of the outbox, the wamid written, and statuses that came before this answer taken in. */
export async function recordAccepted(tx: Transaction, actor: Sender, accepted: Outcome<"accepted">[]): Promise<void> {
  if (accepted.length === 0) return;
  const { tenantId } = actor;
  await leaveOutbox(
    tx,
    tenantId,
    accepted.map(({ attempt }) => attempt.messageId),
  );
  const standing = await writeAccepted(tx, tenantId, accepted);
  const gone = accepted.filter((outcome) => !standing.includes(outcome));
  await buryWamids(
    tx,
    tenantId,
    gone.map(({ attempt, decision }) => ({ channelId: attempt.channelId, wamid: decision.wamid })),
  );
  const waited = await claimParked(
    tx,
    tenantId,
    standing.map(({ attempt, decision }) => ({ ...attempt, wamid: decision.wamid })),
  );
  await recordEvents(
    tx,
    actor,
    standing.map(({ attempt: { messageId, conversationId, contactId, channelId } }) => ({
      type: "message.accepted" as const,
      messageId,
      conversationId,
      contactId,
      channelId,
    })),
  );
  const telling = standing.filter(({ attempt }) => attempt.context?.readReceipts === "on_reply");
  await tellAnswered(
    tx,
    tenantId,
    telling.map(({ attempt }) => attempt.messageId),
  );
  if (waited.length === 0) return;
  const touched = await refreshDeliveryFacts(tx, tenantId, [...new Set(waited.map(({ messageId }) => messageId))]);
  await announceStatuses(tx, actor, waited, touched);
}

/**
 * Answers with those that are still there: a contact may have been erased while the call was under way. An echo of a
 * message may have brought its wamid before; then the wamid stays with the echo.
 */
async function writeAccepted(tx: Transaction, tenantId: string, accepted: Outcome<"accepted">[]) {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: "write_accepted",
    text: `
      with locked as (select id from messages where tenant_id = $1 and id = any($2::uuid[]) order by id for update)
      update messages m set accepted_at = least(m.accepted_at, a.at), status = ${shown},
        departure = coalesce(a.departure, m.departure),
        wamid = coalesce(m.wamid, case when not exists (
          select from messages other
          where other.tenant_id = $1 and other.channel_id = m.channel_id and other.wamid = a.wamid) then a.wamid end)
      from locked l join unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::jsonb[]) as a (id, wamid, at, departure) on a.id = l.id
      where m.tenant_id = $1 and m.id = l.id returning m.id`,
    values: [
      tenantId,
      accepted.map(({ attempt }) => attempt.messageId),
      accepted.map(({ decision }) => decision.wamid),
      accepted.map(({ decision }) => decision.at),
      accepted.map(({ decision }) => (decision.departure ? JSON.stringify(decision.departure) : null)),
    ],
  });
  const found = new Set(rows.map(({ id }) => id));
  return accepted.filter(({ attempt }) => found.has(attempt.messageId));
}
