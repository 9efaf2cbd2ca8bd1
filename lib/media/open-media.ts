import { and, eq, isNull } from "drizzle-orm";
import { conversations, media, messages, uploads } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { ConflictError, NotFoundError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { wordsOfFailure } from "./failures";
import { UNKNOWN_TYPE } from "./file-type";
import { openChunks } from "./seal-chunks";
import { type ByteRange, mediaStorage } from "./storage";
import { fileKeyOf } from "./store-media";
import { mayUse } from "./uploads/may-use";

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
 * A stored file, for whoever may see its conversation; an upload that no message carries yet, for whoever brought it and
 * those who see all.
 *
 * @throws {NotFoundError} also when it is hidden, or its message was deleted
 * @throws {ConflictError} while it is being fetched, and when it could not be
 */
export async function openMedia(actor: Actor, mediaId: string): Promise<OpenMedia> {
  authorize(actor, "conversations.read");
  if (!isUuid(mediaId)) throw new NotFoundError("media");
  const row = await withTenant(
    actor,
    async (tx) => (await getMediaOrNull(tx, actor, mediaId)) ?? (await getUploadOrNull(tx, actor, mediaId)),
  );
  if (!row) throw new NotFoundError("media");
  const { type, sizeBytes, filename, sha256, storageKey, keySealed } = row;
  if (row.state !== "stored" || !storageKey || !keySealed || sizeBytes === null || !sha256) throw notStored(row);
  const file = await fileKeyOf({ id: row.fileId, tenantId: actor.tenantId, keySealed, sizeBytes });
  const read = (range: ByteRange) => openChunks(file, range, (sealed) => mediaStorage().open(storageKey, sealed));
  return { id: mediaId, type: type ?? UNKNOWN_TYPE, sizeBytes, filename, sha256, read };
}

type File = Pick<
  typeof media.$inferSelect,
  "type" | "sizeBytes" | "filename" | "sha256" | "storageKey" | "keySealed"
> & {
  /** Whose key opens it: a medium of ours has its bytes with the upload. */
  fileId: string;
  state: string;
  failure: string | null;
};

async function getMediaOrNull(tx: Transaction, actor: Actor, mediaId: string): Promise<File | null> {
  const [found] = await tx
    .select({ media, upload: uploads })
    .from(media)
    .innerJoin(messages, and(eq(messages.tenantId, media.tenantId), eq(messages.id, media.messageId)))
    .innerJoin(
      conversations,
      and(eq(conversations.tenantId, media.tenantId), eq(conversations.id, messages.conversationId)),
    )
    .leftJoin(uploads, and(eq(uploads.tenantId, media.tenantId), eq(uploads.id, media.uploadId)))
    .where(
      and(eq(media.tenantId, actor.tenantId), eq(media.id, mediaId), isNull(messages.revokedAt), visibleTo(actor)),
    );
  if (!found) return null;
  const { storageKey, keySealed, id } = found.upload ?? found.media;
  return { ...found.media, storageKey, keySealed, fileId: id };
}

async function getUploadOrNull(tx: Transaction, actor: Actor, uploadId: string): Promise<File | null> {
  const [found] = await tx
    .select()
    .from(uploads)
    .where(and(eq(uploads.tenantId, actor.tenantId), eq(uploads.id, uploadId), eq(uploads.state, "stored")));
  return found && mayUse(actor, found) ? { ...found, failure: null, fileId: found.id } : null;
}

function notStored({ state, failure }: File): ConflictError {
  if (state === "failed")
    return new ConflictError(wordsOfFailure(failure).failure ?? "This file could not be fetched.", {
      code: "media_failed",
    });
  return new ConflictError("This file is still on its way.", {
    code: "media_pending",
    nextStep: "Try again in a moment.",
    retryAfterSeconds: 2,
  });
}
