import { newId } from "@/lib/ids";
import { type MediaObject, type MessageContent, mediaOf } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import type { ChannelWork } from "./work";

/** Media ids of webhooks live for seven days: each is noted here and fetched by a job of its own. */
export async function insertMedia({ tx, tenantId, channel }: ChannelWork, entries: Entry[]): Promise<boolean> {
  const found = entries.flatMap((entry) => {
    const media = mediaOf(entry.content as MessageContent);
    return media?.id === undefined ? [] : [{ entry, media: media as MediaObject & { id: string } }];
  });
  if (found.length === 0) return false;
  await tx.$client.query({
    name: "insert_media",
    text: `
      insert into media (tenant_id, channel_id, id, message_id, contact_id, meta_media_id, declared_type,
        declared_sha256, filename)
      select $1, $2, v.* from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[],
        $9::text[]) as v`,
    values: [
      tenantId,
      channel.channelId,
      found.map(() => newId()),
      found.map(({ entry }) => entry.id),
      found.map(({ entry }) => entry.contactId),
      found.map(({ media }) => media.id),
      found.map(({ media }) => media.mime_type ?? null),
      found.map(({ media }) => media.sha256 ?? null),
      found.map(({ media }) => media.filename ?? null),
    ],
  });
  return true;
}
