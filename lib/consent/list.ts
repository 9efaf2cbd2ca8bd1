import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ConsentEntry, ListConsents } from "./schemas";
import type { ConsentEvidence, ConsentPurpose, ConsentState } from "./types";

type Entry = z.output<typeof ConsentEntry>;

type Row = {
  id: string;
  purpose: ConsentPurpose;
  state: ConsentState;
  source: string;
  evidence: Partial<ConsentEvidence>;
  actor: string;
  at: Date;
  recorded_at: Date;
  is_present: boolean;
  actor_name: string | null;
  channel_id: string | null;
  channel_name: string | null;
};

const select = `
  select s.id, s.purpose, s.state, s.source, s.evidence, s.actor, s.at, uuid_extract_timestamp(s.id) as recorded_at,
    not exists (
      select from consents later where later.tenant_id = $1 and later.contact_id = $2 and later.purpose = s.purpose
        and (later.at, later.id) > (s.at, s.id)) as is_present,
    coalesce(m.name, a.name) as actor_name, ch.id as channel_id, ch.name as channel_name
  from consents s
  left join members m on m.tenant_id = $1 and s.actor = 'member:' || m.id
  left join api_keys a on a.tenant_id = $1 and s.actor = 'api_key:' || a.id
  left join channels ch on ch.tenant_id = $1 and ch.id = s.channel_id
  where s.tenant_id = $1 and s.contact_id = $2`;

/** The whole ledger of one contact, in the order in which entries count. */
export async function listConsents(
  actor: Actor,
  { contactId, cursor, limit }: z.output<typeof ListConsents.input>,
): Promise<{ items: Entry[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  const [at, id] = readCursor(cursor, TimePlace) ?? [null, null];
  const rows = await withTenant(actor, async (tx) => {
    await mustExist(tx, actor, contactId);
    const { rows: found } = await tx.$client.query<Row>(
      `${select} and ($3::timestamptz is null or (s.at, s.id) < ($3, $4::uuid)) order by s.at desc, s.id desc limit $5`,
      [actor.tenantId, contactId, at, id, limit + 1],
    );
    return found;
  });
  const { shown, nextCursor } = cutPage(rows.map(entryOf), limit, (last) => [last.at, last.id]);
  return { items: shown, nextCursor };
}

export async function findConsent(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  { contactId, consentId }: { contactId: string; consentId: string },
): Promise<Entry> {
  const { rows } = await tx.$client.query<Row>(`${select} and s.id = $3`, [tenantId, contactId, consentId]);
  if (!rows[0]) throw new NotFoundError("consent");
  return entryOf(rows[0]);
}

/** What held at a time, as far as it was written down by then; null where nothing was. */
export async function getConsentThenOrNull(
  tx: Transaction,
  { tenantId }: { tenantId: string },
  { contactId, purpose, at }: { contactId: string; purpose: ConsentPurpose; at: string },
): Promise<Entry | null> {
  const { rows } = await tx.$client.query<Row>(
    `${select} and s.purpose = $3 and s.at <= $4::timestamptz and uuid_extract_timestamp(s.id) <= $4::timestamptz
     order by s.at desc, s.id desc limit 1`,
    [tenantId, contactId, purpose, at],
  );
  return rows[0] ? entryOf(rows[0]) : null;
}

/** @throws {NotFoundError} also for a contact of another tenant */
export async function mustExist(tx: Transaction, { tenantId }: { tenantId: string }, contactId: string): Promise<void> {
  const { rowCount } = await tx.$client.query("select from contacts where tenant_id = $1 and id = $2", [
    tenantId,
    contactId,
  ]);
  if (rowCount === 0) throw new NotFoundError("contact");
}

function entryOf(row: Row): Entry {
  const { evidence } = row;
  return {
    id: row.id,
    purpose: row.purpose,
    state: row.state,
    source: row.source,
    at: row.at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    isPresent: row.is_present,
    actor: { kind: row.actor.slice(0, row.actor.indexOf(":")), name: row.actor_name },
    channel: row.channel_id === null ? null : { id: row.channel_id, name: row.channel_name ?? "" },
    evidence: {
      text: evidence.text ?? null,
      link: evidence.link ?? null,
      wamid: evidence.wamid ?? null,
      word: evidence.word ?? null,
      detail: evidence.detail ?? null,
    },
  };
}
