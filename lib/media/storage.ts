import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { env } from "@/lib/env";

/** Both ends included, as in HTTP. */
export type ByteRange = { start: number; end: number };

/** Where sealed files lie. Another implementation may keep them in a bucket. */
export type MediaStorage = {
  /** Durable when it resolves; half a file never shows under its key. */
  put: (key: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>;
  open: (key: string, range: ByteRange) => AsyncIterable<Buffer>;
  /** Answers whether there was such a file; also takes what a crash left half written. */
  remove: (key: string) => Promise<boolean>;
};

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{2}\/[0-9a-f]{46}$/;

/** By tenant, so that a tenant can be removed whole; the rest is random, so that nothing of a file shows in its place. */
export function newStorageKey(tenantId: string): string {
  return `${tenantId}/${newStorageName()}`;
}

/** A key's random part, in 256 folders so that none grows too long. */
export function newStorageName(): string {
  const random = randomBytes(24).toString("hex");
  return `${random.slice(0, 2)}/${random.slice(2)}`;
}

export function mediaStorage(): MediaStorage {
  return folderStorage(join(resolve(env().DATA_DIR), "media"));
}

export function folderStorage(folder: string): MediaStorage {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error("This is not a storage key.");
    return join(folder, key);
  };
  return {
    put: async (key, chunks) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await writeDurably(partOf(path), chunks);
        await rename(partOf(path), path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(partOf(path), { force: true });
        throw error;
      }
    },
    open: (key, range) => createReadStream(pathOf(key), range),
    remove: async (key) => {
      await removeIfThere(partOf(pathOf(key)));
      return removeIfThere(pathOf(key));
    },
  };
}

function partOf(path: string): string {
  return `${path}.part`;
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A file's name is durable only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeIfThere(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
