import type { Transaction } from "@/db/transaction";
import { tombstoneHash } from "@/lib/contacts";

type Report = { wamid: string; callbackId: string | null };

/** Wamids of messages that were erased, told by themselves or by our id that came along. */
export async function findErased(tx: Transaction, tenantId: string, reports: Report[]): Promise<Set<string>> {
  if (reports.length === 0) return new Set();
  const named = reports.flatMap(({ wamid, callbackId }) =>
    [wamid, callbackId].flatMap((id) => (id === null ? [] : { wamid, hash: tombstoneHash(tenantId, "message", id) })),
  );
  const { rows } = await tx.$client.query<{ hash: Buffer }>({
    name: "find_erased_messages",
    text: "select hash from tombstones where tenant_id = $1 and hash = any($2::bytea[])",
    values: [tenantId, named.map(({ hash }) => hash)],
  });
  return new Set(named.filter(({ hash }) => rows.some((row) => row.hash.equals(hash))).map(({ wamid }) => wamid));
}

/**
 * Meta's ids of messages that were erased before they were known: kept as keyed hashes, and what waited for them goes.
 * The caller holds the wamids' locks.
 */
export async function buryWamids(
  tx: Transaction,
  tenantId: string,
  known: { channelId: string; wamid: string }[],
): Promise<void> {
  if (known.length === 0) return;
  await tx.$client.query(
    `insert into tombstones (tenant_id, hash, kind, erased_at)
     select $1, hash, 'message', now() from unnest($2::bytea[]) as hash on conflict (tenant_id, hash) do nothing`,
    [tenantId, known.map(({ wamid }) => tombstoneHash(tenantId, "message", wamid))],
  );
  await tx.$client.query(
    `delete from message_statuses where tenant_id = $1 and message_id is null and (channel_id, wamid) in (
       select * from unnest($2::uuid[], $3::text[]))`,
    [tenantId, known.map(({ channelId }) => channelId), known.map(({ wamid }) => wamid)],
  );
}
