import { and, eq, gt, sql } from "drizzle-orm";
import { uploadHandles, uploads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { fileKeyOf, readStored } from "@/lib/media/store-media";
import { DAY } from "@/lib/time";
import type { Graph, GraphResult } from "@/lib/whatsapp";

/** A number, and the Cloud API in its name. */
export type Sender = { tenantId: string; channelId: string; phoneNumberId: string; graph: Graph };

/** Meta keeps an upload for 30 days; one of the last day could go before the message does. */
const KEPT_MS = 29 * DAY;

/** The ids under which Meta has these uploads for a number, as far as it has them. */
export async function knownHandles(
  { tenantId, channelId }: { tenantId: string; channelId: string },
  uploadIds: string[],
): Promise<Map<string, string>> {
  const youngerThan = new Date(Date.now() - KEPT_MS);
  const rows = await withTenant({ tenantId }, (tx) =>
    tx
      .select({ uploadId: uploadHandles.uploadId, metaMediaId: uploadHandles.metaMediaId })
      .from(uploadHandles)
      .where(
        and(
          eq(uploadHandles.tenantId, tenantId),
          eq(uploadHandles.channelId, channelId),
          sql`${uploadHandles.uploadId} = any(${sql.param(uploadIds)}::uuid[])`,
          gt(uploadHandles.uploadedAt, youngerThan),
        ),
      ),
  );
  return new Map(rows.map(({ uploadId, metaMediaId }) => [uploadId, metaMediaId]));
}

const underWay = new Map<string, Promise<GraphResult<{ id: string }>>>();

/** Brings an upload to Meta in the name of a number and keeps its id; several messages that wait for one share the way. */
export function bringToMeta(sender: Sender, uploadId: string): Promise<GraphResult<{ id: string }>> {
  const key = `${sender.channelId} ${uploadId}`;
  const begun = underWay.get(key);
  if (begun) return begun;
  const brought = bring(sender, uploadId).finally(() => underWay.delete(key));
  underWay.set(key, brought);
  return brought;
}

/** Meta does not know these ids any more. */
export async function forgetHandles(
  { tenantId, channelId }: { tenantId: string; channelId: string },
  uploadIds: string[],
): Promise<void> {
  await withTenant({ tenantId }, (tx) =>
    tx
      .delete(uploadHandles)
      .where(
        and(
          eq(uploadHandles.tenantId, tenantId),
          eq(uploadHandles.channelId, channelId),
          sql`${uploadHandles.uploadId} = any(${sql.param(uploadIds)}::uuid[])`,
        ),
      ),
  );
}

async function bring(sender: Sender, uploadId: string): Promise<GraphResult<{ id: string }>> {
  const { tenantId, channelId, phoneNumberId, graph } = sender;
  // Whoever looked just before the id of another message's way was kept comes here just after.
  const known = (await knownHandles(sender, [uploadId])).get(uploadId);
  if (known !== undefined) return { ok: true, value: { id: known } };
  const [row] = await withTenant({ tenantId }, (tx) =>
    tx
      .select()
      .from(uploads)
      .where(and(eq(uploads.tenantId, tenantId), eq(uploads.id, uploadId), eq(uploads.state, "stored"))),
  );
  const { type, sizeBytes, storageKey, keySealed } = row ?? {};
  if (!type || !sizeBytes || !storageKey || !keySealed) throw new Error("A message names an upload that is not here.");
  const file = await fileKeyOf({ id: uploadId, tenantId, keySealed, sizeBytes });
  const result = await graph.uploadMedia(phoneNumberId, {
    content: readStored(file, storageKey),
    sizeBytes,
    mimeType: wireType(type),
    filename: `file.${extensions[type] ?? "bin"}`,
  });
  if (!result.ok) return result;
  const metaMediaId = result.value.id;
  await withTenant({ tenantId }, (tx) =>
    tx
      .insert(uploadHandles)
      .values({ tenantId, uploadId, channelId, metaMediaId })
      .onConflictDoUpdate({
        target: [uploadHandles.tenantId, uploadHandles.uploadId, uploadHandles.channelId],
        set: { metaMediaId, uploadedAt: new Date() },
      }),
  );
  return result;
}

/** Ogg alone does not say that it is Opus, and without that WhatsApp shows a file instead of a voice note. */
function wireType(type: string): string {
  return type === "audio/ogg" ? "audio/ogg; codecs=opus" : type;
}

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "video/mp4": "mp4",
  "video/3gpp": "3gp",
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/aac": "aac",
  "audio/amr": "amr",
  "application/pdf": "pdf",
  "text/plain": "txt",
};
