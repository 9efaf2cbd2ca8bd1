import type { Entry } from "./entry";
import type { ChannelWork } from "./work";

export async function insertMessages({ tx, tenantId, channel }: ChannelWork, entries: Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const instant = (ms: number) => new Date(ms).toISOString();
  await tx.$client.query({
    name: "insert_inbound_messages",
    text: `
      insert into messages (tenant_id, channel_id, id, conversation_id, contact_id, direction, author, type, content,
        preview, wamid, quoted_wamid, status, at, arrived_at, sent_at, cleaned)
      select $1, $2, v.id, v.conversation_id, v.contact_id, v.direction, v.author, v.type, v.content::jsonb,
        v.preview, v.wamid, v.quoted_wamid, case v.direction when 'in' then 'received' else 'sent' end, v.at,
        v.arrived_at, case v.direction when 'out' then v.at end, v.cleaned
      from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::text[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::boolean[])
        as v (id, conversation_id, contact_id, direction, author, type, content, preview, wamid, quoted_wamid, at,
          arrived_at, cleaned)`,
    values: [
      tenantId,
      channel.channelId,
      entries.map(({ id }) => id),
      entries.map(({ conversationId }) => conversationId),
      entries.map(({ contactId }) => contactId),
      entries.map(({ direction }) => direction),
      entries.map(({ author }) => author),
      entries.map(({ type }) => type),
      entries.map(({ content }) => JSON.stringify(content)),
      entries.map(({ preview }) => preview),
      entries.map(({ wamid }) => wamid),
      entries.map(({ quotedWamid }) => quotedWamid),
      entries.map(({ atMs }) => instant(atMs)),
      entries.map(({ arrival }) => instant(arrival.arrivedAtMs)),
      entries.map(({ arrival }) => arrival.item.sanitised),
    ],
  });
}
