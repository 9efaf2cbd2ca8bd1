import { createHash, randomBytes } from "node:crypto";
import { openForTenant, sealForTenant } from "@/lib/vault";
import { typeOfFile, UNKNOWN_TYPE } from "./file-type";
import { type FileKey, openChunks, sealChunks } from "./seal-chunks";
import { mediaStorage, newStorageKey } from "./storage";

/** What the row in `media` keeps of a stored file. */
export type StoredFile = {
  /** Sniffed; one that no browser runs. */
  type: string;
  /** Hexadecimal. */
  sha256: string;
  sizeBytes: number;
  storageKey: string;
  keySealed: Buffer;
};

type Place = { tenantId: string; mediaId: string; declaredType: string | null; storageKey?: string };

/**
 * Seals a file with a key of its own and stores it as it comes, never whole in memory; the caller writes the row, without
 * which nobody can read it.
 */
export async function storeMedia(place: Place, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const { tenantId, mediaId, declaredType, storageKey = newStorageKey(tenantId) } = place;
  const key = randomBytes(32);
  const keySealed = await sealForTenant(tenantId, key, contextOf(mediaId));
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* counted() {
    for await (const part of content instanceof Uint8Array ? [content] : content) {
      hash.update(part);
      sizeBytes += part.length;
      yield part;
    }
  }
  await mediaStorage().put(storageKey, sealChunks({ key, mediaId }, counted()));
  const file = { key, mediaId, sizeBytes };
  const type = sizeBytes === 0 ? UNKNOWN_TYPE : await typeOfFile(() => readStored(file, storageKey), declaredType);
  return { type, sha256: hash.digest("hex"), sizeBytes, storageKey, keySealed };
}

type StoredRow = { id: string; tenantId: string; keySealed: Buffer; sizeBytes: number };

export async function fileKeyOf({ id, tenantId, keySealed, sizeBytes }: StoredRow): Promise<FileKey> {
  return { key: await openForTenant(tenantId, keySealed, contextOf(id)), mediaId: id, sizeBytes };
}

/** A stored file from its beginning to its end, which is not empty. */
export function readStored(file: FileKey, storageKey: string): AsyncGenerator<Buffer> {
  return openChunks(file, { start: 0, end: file.sizeBytes - 1 }, (range) => mediaStorage().open(storageKey, range));
}

function contextOf(mediaId: string): string {
  return `media|key_sealed|${mediaId}`;
}
