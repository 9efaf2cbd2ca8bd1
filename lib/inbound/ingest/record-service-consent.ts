import type { Entry } from "./entry";
import type { ChannelWork } from "./work";

/** Who writes to us consents to being answered: the first message is the proof, once for each contact. */
export async function recordServiceConsent(work: ChannelWork, entries: Entry[]): Promise<void> {
  const firsts = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.author === "contact" && !firsts.has(entry.contactId)) firsts.set(entry.contactId, entry);
  }
  if (firsts.size === 0) return;
  const list = [...firsts.values()];
  const { channelId } = work.channel;
  const { rows } = await work.tx.$client.query<{ contact_id: string }>({
    name: "record_first_inbound",
    text: `
      insert into consents (tenant_id, channel_id, contact_id, purpose, state, source, evidence, actor, at)
      select $1, $2, v.contact_id, 'service', 'granted', 'first_inbound', jsonb_build_object('wamid', v.wamid),
        'system:ingest', v.at
      from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as v (contact_id, wamid, at)
      where (
        select true from consents c where c.tenant_id = $1 and c.contact_id = v.contact_id and c.purpose = 'service'
          and c.source = 'first_inbound' limit 1) is null
      on conflict do nothing
      returning contact_id`,
    values: [
      work.tenantId,
      channelId,
      list.map(({ contactId }) => contactId),
      list.map(({ wamid }) => wamid),
      list.map(({ atMs }) => new Date(atMs).toISOString()),
    ],
  });
  const payload = { purpose: "service", state: "granted", source: "first_inbound" };
  work.events.push(
    ...rows.map(({ contact_id: contactId }) => ({ type: "consent.changed" as const, contactId, channelId, payload })),
  );
}
