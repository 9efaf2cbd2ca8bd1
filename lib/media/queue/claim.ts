import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import { newStorageName } from "@/lib/media/storage";
import { MINUTE } from "@/lib/time";

/** Longer than asking for the address, the slowest download and sealing may take together. */
const LEASE_MS = 3 * MINUTE;

/** A file that may be fetched now, and only by the holder of the lease. */
export type MediaClaim = {
  tenantId: string;
  mediaId: string;
  messageId: string;
  conversationId: string;
  contactId: string;
  channelId: string;
  phoneNumberId: string;
  tokenSealed: Buffer | null;
  metaMediaId: string;
  declaredType: string | null;
  declaredSha256: string | null;
  /** How many were begun, this one included. */
  attempts: number;
  createdAt: Date;
  /** Where this attempt is to store it: noted before, so that nothing a crash leaves is lost sight of. */
  storageKey: string;
  /** Where an attempt that broke off may have left something. */
  leftoverKey: string | null;
  leaseToken: string;
};

/** Takes what is due, for all tenants, the longest waiting first. */
export async function claimMedia(most: number): Promise<MediaClaim[]> {
  const leaseToken = newId();
  const names = Array.from({ length: most }, newStorageName);
  const { rows } = await withSystem((tx) =>
    tx.$client.query<Omit<MediaClaim, "leaseToken">>({
      name: "claim_media",
      text: `
        with due as (
          select tenant_id, id from media
          where state = 'pending' and not_before <= now() and (leased_until is null or leased_until < now())
          order by not_before limit $2 for update skip locked),
        placed as (select *, row_number() over () as place from due)
        update media m set lease_token = $1, leased_until = now() + $4 * interval '1 millisecond',
          attempts = m.attempts + 1, storage_key = m.tenant_id || '/' || ($3::text[])[p.place]
        from placed p
        join media f on f.tenant_id = p.tenant_id and f.id = p.id
        join messages g on g.tenant_id = f.tenant_id and g.id = f.message_id
        join channels c on c.tenant_id = f.tenant_id and c.id = f.channel_id
        where m.tenant_id = p.tenant_id and m.id = p.id
        returning m.tenant_id as "tenantId", m.id as "mediaId", m.message_id as "messageId",
          g.conversation_id as "conversationId", m.contact_id as "contactId", m.channel_id as "channelId",
          c.phone_number_id as "phoneNumberId", c.token_sealed as "tokenSealed", m.meta_media_id as "metaMediaId",
          m.declared_type as "declaredType", m.declared_sha256 as "declaredSha256", m.attempts,
          m.created_at as "createdAt", m.storage_key as "storageKey", old.storage_key as "leftoverKey"`,
      values: [leaseToken, most, names, LEASE_MS],
    }),
  );
  return rows.map((row) => ({ ...row, leaseToken }));
}
