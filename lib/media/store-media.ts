import { createHash, randomBytes } from "node:crypto";
import { openForTenant, sealForTenant } from "@/lib/vault";
import { typeOfBytes } from "./file-type";
import { type FileKey, sealChunks } from "./seal-chunks";
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

/** Seals bytes with a key of their own and stores them; the caller writes the row, without which nobody can read them. */
export async function storeMedia(place: Place, bytes: Uint8Array): Promise<StoredFile> {
  const { tenantId, mediaId, declaredType, storageKey = newStorageKey(tenantId) } = place;
  const key = randomBytes(32);
  const [type, keySealed] = await Promise.all([
    typeOfBytes(bytes, declaredType),
    sealForTenant(tenantId, key, contextOf(mediaId)),
  ]);
  await mediaStorage().put(storageKey, sealChunks({ key, mediaId }, bytes));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { type, sha256, sizeBytes: bytes.length, storageKey, keySealed };
}

type StoredRow = { id: string; tenantId: string; keySealed: Buffer; sizeBytes: number };

export async function fileKeyOf({ id, tenantId, keySealed, sizeBytes }: StoredRow): Promise<FileKey> {
  return { key: await openForTenant(tenantId, keySealed, contextOf(id)), mediaId: id, sizeBytes };
}

function contextOf(mediaId: string): string {
  return `media|key_sealed|${mediaId}`;
}
