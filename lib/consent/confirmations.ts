import type { Transaction } from "@/db/transaction";
import type { ConsentState } from "./types";

type Told = { contactId: string; state: ConsentState };
type Place = { tenantId: string; channelId: string };

/**
 * Who is to be told what now holds: not who was told the same on this channel within a day. The caller is the only one
 * to apply what these contacts write.
 */
export async function dueForConfirmation(tx: Transaction, place: Place, told: Told[]): Promise<Set<string>> {
  const { rows } = await tx.$client.query<{ contactId: string }>(
    `select v.contact_id as "contactId" from unnest($3::uuid[], $4::text[]) as v (contact_id, state)
     where not exists (
       select from consent_confirmations c where c.tenant_id = $1 and c.channel_id = $2
         and c.contact_id = v.contact_id and c.state = v.state and c.sent_at > now() - interval '1 day')`,
    valuesOf(place, told),
  );
  return new Set(rows.map(({ contactId }) => contactId));
}

export async function noteConfirmed(tx: Transaction, place: Place, told: Told[]): Promise<void> {
  await tx.$client.query(
    `insert into consent_confirmations (tenant_id, channel_id, contact_id, state, sent_at)
     select $1, $2, v.contact_id, v.state, now() from unnest($3::uuid[], $4::text[]) as v (contact_id, state)
     on conflict (tenant_id, contact_id, channel_id) do update set state = excluded.state, sent_at = excluded.sent_at`,
    valuesOf(place, told),
  );
}

function valuesOf({ tenantId, channelId }: Place, told: Told[]): unknown[] {
  return [tenantId, channelId, told.map(({ contactId }) => contactId), told.map(({ state }) => state)];
}
