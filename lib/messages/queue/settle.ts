import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { recordEvents } from "@/lib/events";
import { MINUTE, SECOND } from "@/lib/time";
import { announceUnsettled, SETTLE_MS, type Unsettled, unsettledColumns } from "./record-waiting";

/** While ingest is behind, the status that settles an attempt may lie in the log already. */
const LAG_THAT_COUNTS_MS = 30 * SECOND;
const LONGEST_SETTLE_MS = 15 * MINUTE;
const MOST_AT_ONCE = 500;

/** Attempts without an answer: first found, then waited for, at last given to people to decide. */
export async function settleAmbiguous(): Promise<void> {
  await findLostAttempts();
  if ((await ingestLagMs()) > LAG_THAT_COUNTS_MS) await waitLonger();
  const byTenant = Map.groupBy(await findOverdue(), ({ tenantId }) => tenantId);
  for (const [tenantId, overdue] of byTenant) {
    await giveToPeople(
      tenantId,
      overdue.map(({ messageId }) => messageId),
    );
  }
}

/** Whoever held the lease died, perhaps after Meta accepted: never back to the queue. */
async function findLostAttempts(): Promise<void> {
  await withSystem(async (tx) => {
    const { rows } = await tx.$client.query<Unsettled & { tenantId: string }>(
      `with lost as (
         update outbox o set state = 'ambiguous', lease_token = null, settles_by = now() + $1 * interval '1 millisecond'
         from (select tenant_id, message_id from outbox where state = 'sending' and leased_until < now()
               order by message_id limit ${MOST_AT_ONCE} for update skip locked) late
         where o.tenant_id = late.tenant_id and o.message_id = late.message_id
         returning o.tenant_id, o.message_id)
       update messages m set status = 'ambiguous' from lost
       where m.tenant_id = lost.tenant_id and m.id = lost.message_id and m.status in ('sending', 'retry_wait')
       returning ${unsettledColumns}, m.tenant_id as "tenantId"`,
      [SETTLE_MS],
    );
    for (const [tenantId, messages] of Map.groupBy(rows, (row) => row.tenantId)) {
      await announceUnsettled(tx, systemActor(tenantId, "send"), messages);
    }
  });
}

async function ingestLagMs(): Promise<number> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ lag: number }>(
      `select (extract(epoch from now() - received_at) * 1000)::float8 as lag
       from webhook_log where state = 'pending' order by id limit 1`,
    ),
  );
  return rows[0]?.lag ?? 0;
}

async function waitLonger(): Promise<void> {
  await withSystem((tx) =>
    tx.$client.query(
      `update outbox set settles_by = least(now() + $1 * interval '1 millisecond',
         leased_until + $2 * interval '1 millisecond')
       where state = 'ambiguous' and settles_by < now() + interval '5 seconds'
         and leased_until + $2 * interval '1 millisecond' > now()`,
      [LAG_THAT_COUNTS_MS, LONGEST_SETTLE_MS],
    ),
  );
}

async function findOverdue(): Promise<{ tenantId: string; messageId: string }[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ tenantId: string; messageId: string }>(
      `select tenant_id as "tenantId", message_id as "messageId" from outbox
       where state = 'ambiguous' and settles_by <= now() order by settles_by limit ${MOST_AT_ONCE}`,
    ),
  );
  return rows;
}

/** Those behind it go on; the message stays ambiguous, a late status still settles it, and an agent may send it again. */
async function giveToPeople(tenantId: string, messageIds: string[]): Promise<void> {
  const actor = systemActor(tenantId, "send");
  await withTenant(actor, async (tx) => {
    const { rows } = await tx.$client.query<{
      messageId: string;
      conversationId: string;
      contactId: string;
      channelId: string;
    }>(
      `delete from outbox where tenant_id = $1 and state = 'ambiguous' and settles_by <= now() and message_id in (
         select message_id from outbox
         where tenant_id = $1 and message_id = any($2::uuid[]) order by message_id for update)
       returning message_id as "messageId", conversation_id as "conversationId", contact_id as "contactId",
         channel_id as "channelId"`,
      [tenantId, messageIds],
    );
    await recordEvents(
      tx,
      actor,
      rows.map((refs) => ({ type: "message.unconfirmed" as const, ...refs, payload: { status: "ambiguous" } })),
    );
  });
}
