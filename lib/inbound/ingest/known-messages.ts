import type { ChannelWork } from "./work";

/** A message of this channel that is here already. */
export type KnownMessage = { id: string; wamid: string; conversationId: string; contactId: string };

export async function knownMessages(
  { tx, tenantId, channel }: ChannelWork,
  wamids: string[],
): Promise<Map<string, KnownMessage>> {
  if (wamids.length === 0) return new Map();
  const { rows } = await tx.$client.query<KnownMessage>({
    name: "known_messages",
    text: `
      select id, wamid, conversation_id as "conversationId", contact_id as "contactId" from messages
      where tenant_id = $1 and channel_id = $2 and wamid = any($3::text[])`,
    values: [tenantId, channel.channelId, wamids],
  });
  return new Map(rows.map((row) => [row.wamid, row]));
}
