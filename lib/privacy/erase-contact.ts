import { and, eq } from "drizzle-orm";
import { contacts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/audit";
import { type Actor, authorize } from "@/lib/auth";
import { type TombstoneKind, tombstoneHash } from "@/lib/contacts";
import { NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { removeFiles } from "@/lib/media";
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
  await withTenant(actor, (tx) => buryIdentities(tx, actor, contactId, erasedAt));
  const rows: Record<string, number> = {};
  let files = 0;
  for (;;) {
    const chunk = await withTenant(actor, (tx) => eraseMessages(tx, actor.tenantId, contactId, erasedAt));
    add(rows, chunk.rows);
    files += await removeFiles(chunk.storageKeys);
    if (chunk.messages < MESSAGES_AT_ONCE) break;
  }
  await withTenant(actor, async (tx) => {
    add(rows, await eraseRest(tx, actor.tenantId, contactId));
    await recordEvent(tx, actor, { type: "contact.erased", payload: { contactId } });
    await recordAudit(tx, actor, {
      action: "contact.erased",
      target: `contact:${contactId}`,
      details: { rows, files },
    });
  });
  return { contactId, erasedAt: erasedAt.toISOString(), rows, files };
}

async function buryIdentities(tx: Transaction, actor: Actor, contactId: string, erasedAt: Date): Promise<void> {
  const [found] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.tenantId, actor.tenantId), eq(contacts.id, contactId)))
    .for("update");
  if (!found) throw new NotFoundError("contact");
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
}

/** A wamid holds the phone number in clear, so what is kept of it is a keyed hash. */
async function eraseMessages(tx: Transaction, tenantId: string, contactId: string, erasedAt: Date) {
  const { rows } = await tx.$client.query<{ id: string; wamid: string | null }>(
    "select id, wamid from messages where tenant_id = $1 and contact_id = $2 limit $3",
    [tenantId, contactId, MESSAGES_AT_ONCE],
  );
  const ids = rows.map(({ id }) => id);
  const wamids = rows.flatMap(({ wamid }) => (wamid === null ? [] : [wamid]));
  await bury(
    tx,
    tenantId,
    "message",
    wamids.map((wamid) => tombstoneHash(tenantId, "message", wamid)),
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
  const { rows: files } = await tx.$client.query<{ storage_key: string }>(
    "select storage_key from media where tenant_id = $1 and message_id = any($2::uuid[]) and storage_key is not null",
    [tenantId, ids],
  );
  await remove("media", "message_id = any($2::uuid[])", [ids]);
  await remove("outbox", "message_id = any($2::uuid[])", [ids]);
  await remove("message_statuses", "(message_id = any($2::uuid[]) or wamid = any($3::text[]))", [ids, wamids]);
  await remove("amendments", "(contact_id = $2 or original_wamid = any($3::text[]))", [contactId, wamids]);
  await remove("messages", "id = any($2::uuid[])", [ids]);
  return { messages: ids.length, rows: counts, storageKeys: files.map(({ storage_key }) => storage_key) };
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

function add(total: Record<string, number>, more: Record<string, number>): void {
  for (const [table, count] of Object.entries(more)) total[table] = (total[table] ?? 0) + count;
}
