import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { lockIdentities, type TombstoneKind, tombstoneHash } from "@/lib/contacts";
import { despiteDeadlocks, NotFoundError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { letGoOfMedia, removeFiles } from "@/lib/media";
import { contactTables } from "./registry";

export type ErasureCertificate = {
  contactId: string;
  erasedAt: string;
  /** How many rows of each table went or lost the person. */
  rows: Record<string, number>;
  files: number;
};

const MESSAGES_AT_ONCE = 2_000;

/**
 * Erases a person from one workspace: tombstones first, so that nothing brings them back meanwhile, then messages in
 * chunks (a long transaction would hold back every reader of the event log), then the rest with its certificate. When
 * it is cut off, a second call goes on where it stopped.
 */
export async function eraseContact(actor: Actor, input: { contactId: string }): Promise<ErasureCertificate> {
  authorize(actor, "contacts.erase");
  const { contactId } = input;
  const erasedAt = new Date();
  const portfolioId = await withTenant(actor, (tx) => buryIdentities(tx, actor, contactId, erasedAt));
  // Ingest takes the same lock first: it meets the contact before its erasure or after, never in between.
  const alone = <T>(work: (tx: Transaction) => Promise<T>) =>
    despiteDeadlocks(() =>
      withTenant(actor, async (tx) => {
        await lockIdentities(tx, actor.tenantId, portfolioId);
        return work(tx);
      }),
    );
  const rows: Record<string, number> = {};
  let files = 0;
  for (;;) {
    const chunk = await alone((tx) => eraseMessages(tx, actor.tenantId, contactId, erasedAt));
    add(rows, chunk.rows);
    files += await removeFiles(chunk.storageKeys);
    if (chunk.messages < MESSAGES_AT_ONCE) break;
  }
  await alone(async (tx) => {
    const threads = await conversationsOf(tx, actor.tenantId, contactId);
    add(rows, await eraseRest(tx, actor.tenantId, contactId));
    await recordEvents(tx, actor, [
      { type: "contact.erased", contactId },
      ...threads.map((conversationId) => ({ type: "contact.erased" as const, contactId, conversationId })),
    ]);
    await recordAudit(tx, actor, {
      action: "contact.erased",
      target: `contact:${contactId}`,
      details: { rows, files },
    });
  });
  return { contactId, erasedAt: erasedAt.toISOString(), rows, files };
}

async function buryIdentities(tx: Transaction, actor: Actor, contactId: string, erasedAt: Date): Promise<string> {
  const portfolioId = await portfolioOf(tx, actor.tenantId, contactId);
  await lockIdentities(tx, actor.tenantId, portfolioId);
  // Whoever held the lock may have merged or erased the contact meanwhile.
  await portfolioOf(tx, actor.tenantId, contactId);
  const { rows } = await tx.$client.query<{ kind: TombstoneKind; value: string }>(
    "select kind, value from contact_identities where tenant_id = $1 and contact_id = $2",
    [actor.tenantId, contactId],
  );
  await bury(
    tx,
    actor.tenantId,
    "identity",
    rows.map(({ kind, value }) => tombstoneHash(actor.tenantId, kind, value)),
    erasedAt,
  );
  return portfolioId;
}

async function portfolioOf(tx: Transaction, tenantId: string, contactId: string): Promise<string> {
  const { rows } = await tx.$client.query<{ portfolio_id: string }>(
    "select portfolio_id from contacts where tenant_id = $1 and id = $2",
    [tenantId, contactId],
  );
  if (!rows[0]) throw new NotFoundError("contact");
  return rows[0].portfolio_id;
}

/** A wamid holds the phone number in clear, so what is kept of it is a keyed hash. */
async function eraseMessages(tx: Transaction, tenantId: string, contactId: string, erasedAt: Date) {
  // In the order of the send loop: its outcome takes the outbox first, then the message.
  await tx.$client.query(
    "select message_id from outbox where tenant_id = $1 and contact_id = $2 order by message_id for update",
    [tenantId, contactId],
  );
  const { rows } = await tx.$client.query<{ id: string; wamid: string | null }>(
    "select id, wamid from messages where tenant_id = $1 and contact_id = $2 order by id limit $3 for update",
    [tenantId, contactId, MESSAGES_AT_ONCE],
  );
  const ids = rows.map(({ id }) => id);
  const wamids = rows.flatMap(({ wamid }) => (wamid === null ? [] : [wamid]));
  await bury(
    tx,
    tenantId,
    "message",
    // Where Meta's id is not known yet, or never was confirmed, a late status will come with ours.
    rows.map(({ id, wamid }) => tombstoneHash(tenantId, "message", wamid ?? id)),
    erasedAt,
  );
  const counts: Record<string, number> = {};
  const remove = async (table: string, condition: string, values: unknown[]) => {
    const { rowCount } = await tx.$client.query(`delete from ${table} where tenant_id = $1 and ${condition}`, [
      tenantId,
      ...values,
    ]);
    counts[table] = rowCount ?? 0;
  };
  const { storageKeys, ...files } = await letGoOfMedia(tx, tenantId, ids);
  Object.assign(counts, files);
  await remove("outbox", "message_id = any($2::uuid[])", [ids]);
  await remove("message_statuses", "(message_id = any($2::uuid[]) or wamid = any($3::text[]))", [ids, wamids]);
  await remove("amendments", "(contact_id = $2 or original_wamid = any($3::text[]))", [contactId, wamids]);
  await remove("messages", "id = any($2::uuid[])", [ids]);
  return { messages: ids.length, rows: counts, storageKeys };
}

async function eraseRest(tx: Transaction, tenantId: string, contactId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const treatment of contactTables) {
    const statement =
      "rows" in treatment
        ? `delete from ${treatment.table} where ${treatment.rows}`
        : `update ${treatment.table} set ${treatment.nulled} where ${treatment.where}`;
    const { rowCount } = await tx.$client.query(statement, [tenantId, contactId]);
    counts[treatment.table] = rowCount ?? 0;
  }
  return counts;
}

async function bury(tx: Transaction, tenantId: string, kind: string, hashes: Buffer[], erasedAt: Date): Promise<void> {
  await tx.$client.query(
    `insert into tombstones (tenant_id, hash, kind, erased_at)
     select $1, hash, $2, $3 from unnest($4::bytea[]) as hash
     on conflict (tenant_id, hash) do update set erased_at = excluded.erased_at`,
    [tenantId, kind, erasedAt, hashes],
  );
}

async function conversationsOf(tx: Transaction, tenantId: string, contactId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ id: string }>(
    "select id from conversations where tenant_id = $1 and contact_id = $2 order by id for update",
    [tenantId, contactId],
  );
  return rows.map(({ id }) => id);
}

function add(total: Record<string, number>, more: Record<string, number>): void {
  for (const [table, count] of Object.entries(more)) total[table] = (total[table] ?? 0) + count;
}
