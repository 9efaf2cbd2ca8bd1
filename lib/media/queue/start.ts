import { setTimeout } from "node:timers/promises";
import { type Loop, startLoop } from "@/lib/jobs";
import { log } from "@/lib/log";
import { onMediaWanted } from "@/lib/media/wake";
import { SECOND } from "@/lib/time";
import { claimMedia, type MediaClaim } from "./claim";
import { fetchFile } from "./fetch-file";
import { recordOutcome } from "./record-outcome";

export type MediaFetchOptions = {
  concurrency?: number;
  /** The largest file that is fetched. */
  maxBytes?: number;
};

const MIB = 1024 * 1024;
const IDLE_MS = 1_000;
/** A long download is left to the next engine, which begins it anew once the lease has run out. */
const LONGEST_STOP_MS = 3 * SECOND;

/** Fetches what customers sent, for all tenants, for as long as it runs. Several may run. */
export function startMediaFetch({ concurrency = 4, maxBytes = 100 * MIB }: MediaFetchOptions = {}): Loop {
  const underWay = new Set<Promise<void>>();

  const fetchOne = async (claim: MediaClaim) => {
    try {
      await recordOutcome(claim, await fetchFile(claim, { maxBytes }));
    } catch (error) {
      // Its lease runs out, and it is tried again.
      log().error({ error, mediaId: claim.mediaId }, "What became of a file could not be written.");
    }
  };

  const begin = (claim: MediaClaim) => {
    const fetched = fetchOne(claim).finally(() => {
      underWay.delete(fetched);
      loop.wake();
    });
    underWay.add(fetched);
  };

  const round = async () => {
    const free = concurrency - underWay.size;
    if (free === 0) return false;
    const claims = await claimMedia(free);
    claims.forEach(begin);
    return claims.length > 0;
  };

  const loop = startLoop({ name: "media", round, idleMs: IDLE_MS });
  const unhear = onMediaWanted(loop.wake);
  return {
    wake: loop.wake,
    stop: async () => {
      unhear();
      await loop.stop();
      await atMost(LONGEST_STOP_MS, Promise.all(underWay));
    },
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const tooLong = setTimeout(ms, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([work, tooLong]);
  patience.abort();
}
