import { and, eq } from "drizzle-orm";
import { conversations, media, messages, uploads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Actor } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { InvalidError, NotFoundError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { type OpenMedia, openMedia } from "@/lib/media/open-media";
import type { MediaType } from "@/lib/whatsapp/types";
import { mayUse } from "./may-use";
import { receiveUpload } from "./receive";

/** An upload that a message is about to carry. */
export type UsableUpload = { id: string; kind: MediaType; isVoice: boolean; filename: string | null };

/**
 * The upload behind an id of ours: of an upload, or of a medium of a message that the actor may see, to send it once more.
 * What a customer sent becomes an upload of its own, since their file goes when they are erased.
 *
 * @throws {InvalidError} when there is none, or what a customer sent is nothing that can be sent
 */
export async function useUpload(actor: Actor, id: string): Promise<UsableUpload> {
  const own = isUuid(id) ? await getUsableOrNull(actor, id) : null;
  if (own) return own;
  const opened = await openMedia(actor, id).catch((error: unknown) => {
    throw error instanceof NotFoundError ? unknownMedia() : error;
  });
  return (await getUploadOfMediaOrNull(actor, id)) ?? copyOf(actor, opened);
}

export function unknownMedia(): InvalidError {
  return new InvalidError("There is no such file.", {
    code: "unknown_media",
    nextStep: "Upload it again: what is not sent within a day goes.",
    fields: [{ path: "id", message: "should be the id of an upload or of a message's medium" }],
  });
}

async function getUsableOrNull(actor: Actor, id: string): Promise<UsableUpload | null> {
  const [row] = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(uploads)
      .where(and(eq(uploads.tenantId, actor.tenantId), eq(uploads.id, id), eq(uploads.state, "stored"))),
  );
  if (!row?.kind) return null;
  return mayUse(actor, row) || (await isCarriedInSight(actor, id)) ? { ...row, kind: row.kind } : null;
}

/** A message that the actor may see carries it. */
async function isCarriedInSight(actor: Actor, uploadId: string): Promise<boolean> {
  const [found] = await withTenant(actor, (tx) =>
    tx
      .select({ id: media.id })
      .from(media)
      .innerJoin(messages, and(eq(messages.tenantId, media.tenantId), eq(messages.id, media.messageId)))
      .innerJoin(
        conversations,
        and(eq(conversations.tenantId, media.tenantId), eq(conversations.id, messages.conversationId)),
      )
      .where(and(eq(media.tenantId, actor.tenantId), eq(media.uploadId, uploadId), visibleTo(actor)))
      .limit(1),
  );
  return found !== undefined;
}

async function getUploadOfMediaOrNull(actor: Actor, mediaId: string): Promise<UsableUpload | null> {
  const [row] = await withTenant(actor, (tx) =>
    tx
      .select({ id: uploads.id, kind: uploads.kind, isVoice: uploads.isVoice, filename: uploads.filename })
      .from(media)
      .innerJoin(uploads, and(eq(uploads.tenantId, media.tenantId), eq(uploads.id, media.uploadId)))
      .where(and(eq(media.tenantId, actor.tenantId), eq(media.id, mediaId))),
  );
  return row?.kind ? { ...row, kind: row.kind } : null;
}

async function copyOf(actor: Actor, { type, sizeBytes, filename, read }: OpenMedia): Promise<UsableUpload> {
  return receiveUpload(actor, {
    filename,
    as: type === "image/webp" ? "sticker" : null,
    declaredType: type,
    announcedBytes: sizeBytes,
    body: read({ start: 0, end: sizeBytes - 1 }),
  });
}
