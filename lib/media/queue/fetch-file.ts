import { createHash } from "node:crypto";
import { graphOf } from "@/lib/channels";
import { log } from "@/lib/log";
import { mediaStorage } from "@/lib/media/storage";
import { type StoredFile, storeMedia } from "@/lib/media/store-media";
import type { Graph, MediaLocation } from "@/lib/whatsapp";
import type { ByteRoom } from "./byte-room";
import type { MediaClaim } from "./claim";
import { type NotFetched, notFetched, outcomeOf } from "./decide";

export type FetchLimits = { maxBytes: number; room: ByteRoom };

export type FetchOutcome = { kind: "stored"; file: StoredFile } | NotFetched;

/** Asks Meta where the file lies, fetches it and stores it sealed. Outside any transaction. Never throws. */
export async function fetchFile(claim: MediaClaim, limits: FetchLimits): Promise<FetchOutcome> {
  try {
    if (claim.leftoverKey !== null) await mediaStorage().remove(claim.leftoverKey);
    const { tenantId, channelId, tokenSealed } = claim;
    if (!tokenSealed) return notFetched.token;
    const graph = await graphOf({ tenantId, channelId, tokenSealed });
    // Addresses live for five minutes, so each attempt asks for a new one.
    const located = await graph.getMedia(claim.metaMediaId, claim.phoneNumberId);
    return located.ok ? await fetchFrom(located.value, graph, claim, limits) : outcomeOf(located, "address");
  } catch (error) {
    log().error({ error, mediaId: claim.mediaId }, "A file could not be stored.");
    return notFetched.ourFault;
  }
}

async function fetchFrom(
  location: MediaLocation,
  graph: Graph,
  claim: MediaClaim,
  { maxBytes, room }: FetchLimits,
): Promise<FetchOutcome> {
  const announced = location.sizeBytes ?? maxBytes;
  if (announced > maxBytes) return notFetched.tooLarge(maxBytes);
  const leave = room.take(announced);
  if (!leave) return notFetched.noRoom;
  try {
    const download = await graph.downloadMedia(location.url, { maxBytes });
    if (!download.ok) {
      const isTooLarge = download.error.transport === "too_large";
      return isTooLarge ? notFetched.tooLarge(maxBytes) : outcomeOf(download, "download");
    }
    const { bytes } = download.value;
    if (!isWhole(bytes, claim, location)) return notFetched.damaged;
    return { kind: "stored", file: await storeMedia(claim, bytes) };
  } finally {
    leave();
  }
}

/** The webhook's digest counts before that of the address: it was signed. */
function isWhole(bytes: Uint8Array, { declaredSha256 }: MediaClaim, { sha256, sizeBytes }: MediaLocation): boolean {
  if (sizeBytes !== null && bytes.length !== sizeBytes) return false;
  const promised = digestIn(declaredSha256) ?? digestIn(sha256);
  return promised === null || createHash("sha256").update(bytes).digest().equals(promised);
}

/** Meta writes the digest in base64 in most bodies, in hexadecimal in others; null when it is neither. */
function digestIn(text: string | null): Buffer | null {
  if (text === null) return null;
  const digest = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  return digest.length === 32 ? digest : null;
}
