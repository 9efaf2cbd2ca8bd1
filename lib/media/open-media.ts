import { and, eq, isNull } from "drizzle-orm";
import { conversations, media, messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { ConflictError, NotFoundError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { UNKNOWN_TYPE } from "./file-type";
import { openChunks } from "./seal-chunks";
import { type ByteRange, mediaStorage } from "./storage";
import { fileKeyOf } from "./store-media";

export type OpenMedia = {
  id: string;
  type: string;
  sizeBytes: number;
  /** Named by the customer: never a path. */
  filename: string | null;
  /** Hexadecimal. */
  sha256: string;
  /** A range that lies within the file. */
  read: (range: ByteRange) => AsyncGenerator<Buffer>;
};

/**
 * A stored file, for whoever may see its conversation.
 * @throws {NotFoundError} also when it is hidden, or its message was deleted
 * @throws {ConflictError} while it is being fetched, and when it could not be
 */
export async function openMedia(actor: Actor, mediaId: string): Promise<OpenMedia> {
  authorize(actor, "conversations.read");
  const row = await findMedia(actor, mediaId);
  const { id, tenantId, type, sizeBytes, filename, sha256, storageKey, keySealed } = row;
  if (row.state !== "stored" || !storageKey || !keySealed || sizeBytes === null || !sha256) throw notStored(row);
  const file = await fileKeyOf({ id, tenantId, keySealed, sizeBytes });
  const read = (range: ByteRange) => openChunks(file, range, (sealed) => mediaStorage().open(storageKey, sealed));
  return { id, type: type ?? UNKNOWN_TYPE, sizeBytes, filename, sha256, read };
}

type MediaRow = typeof media.$inferSelect;

async function findMedia(actor: Actor, mediaId: string): Promise<MediaRow> {
  if (!isUuid(mediaId)) throw new NotFoundError("media");
  const [found] = await withTenant(actor, (tx) =>
    tx
      .select({ media })
      .from(media)
      .innerJoin(messages, and(eq(messages.tenantId, media.tenantId), eq(messages.id, media.messageId)))
      .innerJoin(
        conversations,
        and(eq(conversations.tenantId, media.tenantId), eq(conversations.id, messages.conversationId)),
      )
      .where(
        and(eq(media.tenantId, actor.tenantId), eq(media.id, mediaId), isNull(messages.revokedAt), visibleTo(actor)),
      ),
  );
  if (!found) throw new NotFoundError("media");
  return found.media;
}

function notStored({ state, failure }: MediaRow): ConflictError {
  if (state === "failed")
    return new ConflictError(failure ?? "This file could not be fetched.", { code: "media_failed" });
  return new ConflictError("This file is still on its way.", {
    code: "media_pending",
    nextStep: "Try again in a moment.",
    retryAfterSeconds: 2,
  });
}
