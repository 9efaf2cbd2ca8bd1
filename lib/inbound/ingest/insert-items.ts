import { newId } from "@/lib/ids";
import { cutOut } from "@/lib/inbound/items/cut-out";
import { pack } from "@/lib/inbound/packed";
import { type Arrival, isNoted, type Result, type Work } from "./work";

export type Seal = (plain: string, context: string) => Buffer;

export function payloadContext(itemId: string): string {
  return `webhook_items|payload_sealed|${itemId}`;
}

/** Notes for the tenant what came and what it became; a fact that is noted already is not noted again. */
export async function insertItems(work: Work, channelId: string | null, seal: Seal): Promise<void> {
  const noted = work.arrivals.filter((arrival) => isNoted(work, arrival));
  if (noted.length === 0) return;
  const rows = noted.map((arrival) => rowOf(arrival, work.results.get(arrival), seal));
  const { bytes, offsets, lengths } = pack(rows.map(({ payload }) => payload ?? Buffer.alloc(0)));
  await work.tx.$client.query({
    name: "insert_webhook_items",
    text: `
      insert into webhook_items (tenant_id, channel_id, id, contact_id, field, kind, dedupe_hash, outcome, reason,
        received_at, payload_sealed)
      select $1, $2, v.id, v.contact_id, v.field, v.kind, v.hash, v.outcome, v.reason, v.received_at,
        case when v.length > 0 then substring($3::bytea from v.at for v.length) end
      from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::text[],
        $11::timestamptz[], $12::int[], $13::int[])
        as v (id, contact_id, field, kind, hash, outcome, reason, received_at, at, length)
      on conflict (tenant_id, dedupe_hash) do nothing`,
    values: [
      work.tenantId,
      channelId,
      bytes,
      rows.map(({ id }) => id),
      rows.map(({ contactId }) => contactId),
      noted.map(({ item }) => item.field.slice(0, 200)),
      noted.map(({ item }) => item.kind),
      noted.map(({ hash }) => hash),
      rows.map(({ outcome }) => outcome),
      rows.map(({ reason }) => reason),
      noted.map(({ arrivedAtMs }) => new Date(arrivedAtMs).toISOString()),
      offsets,
      lengths,
    ],
  });
}

function rowOf({ item, itemId }: Arrival, result: Result | undefined, seal: Seal) {
  const id = itemId ?? newId();
  const { outcome = "stored", reason = null, contactId = null, isErased = false } = result ?? {};
  const payload = isErased ? null : seal(JSON.stringify(cutOut(item)), payloadContext(id));
  return { id, contactId, outcome, reason, payload };
}
