import { log } from "@/lib/log";
import { mediaStorage } from "./storage";

const AT_ONCE = 32;

/** Removes files by their storage keys, and says how many there were. One that cannot go is unreadable without its row. */
export async function removeFiles(storageKeys: string[]): Promise<number> {
  const storage = mediaStorage();
  let removed = 0;
  for (let at = 0; at < storageKeys.length; at += AT_ONCE) {
    const outcomes = await Promise.allSettled(storageKeys.slice(at, at + AT_ONCE).map(storage.remove));
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") log().warn({ error: outcome.reason }, "A file could not be removed.");
      else if (outcome.value) removed += 1;
    }
  }
  return removed;
}
