import { createHash, randomBytes, randomInt } from "node:crypto";

export type StoredMedia = {
  id: string;
  phoneNumberId: string;
  bytes: Buffer;
  mimeType: string;
  /** Of the bytes; hex in the media edge, base64 in webhooks. */
  sha256: Buffer;
  filename?: string | undefined;
};
type Link = { mediaId: string; expiresAt: number };

const linkLifeMs = 5 * 60_000;

/** Uploaded and received files in memory; the oldest go when all together pass `maxBytes`. */
export class MediaStore {
  readonly #media = new Map<string, StoredMedia>();
  readonly #links = new Map<string, Link>();
  #bytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly now: () => number,
  ) {}

  store(file: Pick<StoredMedia, "phoneNumberId" | "bytes" | "mimeType" | "filename">): StoredMedia {
    const id = `${randomInt(1_000, 10_000)}${String(randomInt(0, 10 ** 12)).padStart(12, "0")}`;
    const stored = { ...file, id, sha256: createHash("sha256").update(file.bytes).digest() };
    this.#media.set(id, stored);
    this.#bytes += file.bytes.length;
    for (const oldest of this.#media.values()) {
      if (this.#bytes <= this.maxBytes || oldest === stored) break;
      this.remove(oldest.id);
    }
    return stored;
  }

  find(id: string): StoredMedia | undefined {
    return this.#media.get(id);
  }

  remove(id: string): boolean {
    const stored = this.#media.get(id);
    if (!stored) return false;
    this.#bytes -= stored.bytes.length;
    return this.#media.delete(id);
  }

  /** A key for the download path that lives five minutes. */
  makeLink(mediaId: string): { key: string; expiresAt: number } {
    const key = randomBytes(18).toString("base64url");
    const expiresAt = this.now() + linkLifeMs;
    for (const [oldKey, link] of this.#links) {
      if (link.expiresAt > this.now()) break;
      this.#links.delete(oldKey);
    }
    this.#links.set(key, { mediaId, expiresAt });
    return { key, expiresAt };
  }

  openLink(key: string): StoredMedia | undefined {
    const link = this.#links.get(key);
    return link && link.expiresAt > this.now() ? this.#media.get(link.mediaId) : undefined;
  }
}
