import { graphOf } from "@/lib/channels";
import { log } from "@/lib/log";
import { mediaStorage } from "@/lib/media/storage";
import { type StoredFile, storeMedia } from "@/lib/media/store-media";
import { type Download, failureOfDownload, type Graph, type GraphResult, type MediaLocation } from "@/lib/whatsapp";
import type { MediaClaim } from "./claim";
import { type NotFetched, notFetched, outcomeOf } from "./decide";

export type FetchLimits = { maxBytes: number };

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
  { maxBytes }: FetchLimits,
): Promise<FetchOutcome> {
  if ((location.sizeBytes ?? 0) > maxBytes) return notFetched.tooLarge;
  const download = await graph.downloadMedia(location.url, { maxBytes });
  const stored = download.ok ? await storeDownload(download.value, claim) : download;
  if (!stored.ok) {
    const isTooLarge = stored.error.transport === "too_large";
    return isTooLarge ? notFetched.tooLarge : outcomeOf(stored, "download");
  }
  if (isWhole(stored.value, claim, location)) return { kind: "stored", file: stored.value };
  await mediaStorage().remove(claim.storageKey);
  return notFetched.damaged;
}

/** As it comes, so that no large file is in memory whole. */
async function storeDownload({ content }: Download, claim: MediaClaim): Promise<GraphResult<StoredFile>> {
  try {
    return { ok: true, value: await storeMedia(claim, content) };
  } catch (error) {
    content.destroy();
    return failureOfDownload(error);
  }
}

/** The webhook's digest counts before that of the address: it was signed. */
function isWhole(file: StoredFile, { declaredSha256 }: MediaClaim, { sha256, sizeBytes }: MediaLocation): boolean {
  if (sizeBytes !== null && file.sizeBytes !== sizeBytes) return false;
  const promised = digestIn(declaredSha256) ?? digestIn(sha256);
  return promised === null || file.sha256 === promised.toString("hex");
}

/** Meta writes the digest in base64 in most bodies, in hexadecimal in others; null when it is neither. */
function digestIn(text: string | null): Buffer | null {
  if (text === null) return null;
  const digest = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  return digest.length === 32 ? digest : null;
}
