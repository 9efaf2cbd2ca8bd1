import type { Transaction } from "@/db/transaction";
import { releaseParked, waitingHash } from "./parked-items";

/**
 * A status may be stored at the very moment in which another transaction learns the wamid it is about. Whoever parks a
 * report and whoever makes a wamid known take the same lock first, so one of the two sees the other. Sorted, since
 * locks taken in different orders wait for each other for ever.
 */
export async function lockWamids(tx: Transaction, keys: { channelId: string; wamid: string }[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$client.query({
    name: "lock_wamids",
    text: `select pg_advisory_xact_lock(key) from (
       select distinct hashtextextended(k, 0) as key from unnest($1::text[]) as k order by key) as sorted`,
    values: [keys.map(({ channelId, wamid }) => `wamid|${channelId}|${wamid}`)],
  });
}

export type KnownWamid = { messageId: string; channelId: string; wamid: string };

/** An echo of the same message may be here already: then the wamid stays with it. The caller holds the locks. */
export async function attachWamids(tx: Transaction, tenantId: string, known: KnownWamid[]): Promise<void> {
  if (known.length === 0) return;
  await tx.$client.query({
    name: "attach_wamids",
    text: `update messages m set wamid = k.wamid
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as k (message_id, channel_id, wamid)
     where m.tenant_id = $1 and m.id = k.message_id and m.wamid is null and not exists (
       select from messages other
       where other.tenant_id = $1 and other.channel_id = k.channel_id and other.wamid = k.wamid)`,
    values: valuesOf(tenantId, known),
  });
}

/** A report that is new to its message. */
export type ClaimedReport = { messageId: string; status: string; at: Date; code: number | null };

/** Gives reports that waited for a wamid to its message. The caller holds the locks. */
export async function claimParked(tx: Transaction, tenantId: string, known: KnownWamid[]): Promise<ClaimedReport[]> {
  if (known.length === 0) return [];
  type Row = ClaimedReport & { channelId: string; wamid: string; recipient: string };
  const { rows } = await tx.$client.query<Row>({
    name: "claim_parked",
    text: `update message_statuses s set message_id = k.message_id
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as k (message_id, channel_id, wamid)
     where s.tenant_id = $1 and s.channel_id = k.channel_id and s.wamid = k.wamid and s.message_id is null
     returning s.message_id as "messageId", s.status, s.at, (s.errors -> 0 ->> 'code')::int as code,
       s.channel_id as "channelId", s.wamid, s.recipient`,
    values: valuesOf(tenantId, known),
  });
  await releaseParked(
    { tx, tenantId },
    rows.map(({ channelId, wamid, status, recipient }) => waitingHash(channelId, "status", wamid, status, recipient)),
  );
  return rows;
}

function valuesOf(tenantId: string, known: KnownWamid[]): unknown[] {
  return [
    tenantId,
    known.map(({ messageId }) => messageId),
    known.map(({ channelId }) => channelId),
    known.map(({ wamid }) => wamid),
  ];
}
