import type { Transaction } from "@/db/transaction";
import { recordEvents } from "@/lib/events";
import { leaveOutbox } from "@/lib/messages/delivery-facts";
import { restoreOurReactions } from "@/lib/messages/reactions";
import { shownStatusSql } from "@/lib/messages/shown-status";

type Sender = { tenantId: string; kind: string; id: string };

export type Failed = {
  attempt: { messageId: string; conversationId: string; contactId: string; channelId: string };
  decision: { code: number | null; error: Record<string, unknown> };
};

const shown = shownStatusSql({
  before: "m.status",
  acceptedAt: "m.accepted_at",
  sentAt: "m.sent_at",
  deliveredAt: "m.delivered_at",
  readAt: "m.read_at",
  playedAt: "m.played_at",
  failedAt: "now()",
});

/** They will not leave: out of the outbox, with the reason kept. The caller holds the rows' locks. */
export async function recordFailed(tx: Transaction, actor: Sender, failed: Failed[]): Promise<void> {
  if (failed.length === 0) return;
  const { tenantId } = actor;
  const ids = failed.map(({ attempt }) => attempt.messageId);
  await leaveOutbox(tx, tenantId, ids);
  await tx.$client.query({
    name: "record_failed",
    text: `update messages m set failed_at = coalesce(m.failed_at, now()), error_code = f.code, error = f.error,
       status = ${shown}
     from unnest($2::uuid[], $3::int[], $4::jsonb[]) as f (id, code, error) where m.tenant_id = $1 and m.id = f.id`,
    values: [
      tenantId,
      ids,
      failed.map(({ decision }) => decision.code),
      failed.map(({ decision }) => JSON.stringify(decision.error)),
    ],
  });
  await restoreOurReactions(tx, tenantId, ids);
  await recordEvents(
    tx,
    actor,
    failed.map(({ attempt: { messageId, conversationId, contactId, channelId }, decision }) => ({
      type: "message.failed" as const,
      messageId,
      conversationId,
      contactId,
      channelId,
      payload: { status: "failed", code: decision.code ?? decision.error.gate },
    })),
  );
}
