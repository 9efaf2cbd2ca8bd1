import { log } from "@/lib/log";
import { type Place, renewLease } from "./lease";

/**
 * Keeps the lease while the work goes on, however long that takes. False when it was lost on the way: then the work was
 * told to stop, and whoever has the lease now does it again from where it was last kept.
 */
export async function whileHeld(place: Place, work: (lost: AbortSignal) => Promise<void>): Promise<boolean> {
  const loss = new AbortController();
  let heldUntilMs = performance.now() + place.leaseMs;
  let renewing: Promise<void> | null = null;

  const renew = async () => {
    const askedAtMs = performance.now();
    try {
      if (await renewLease(place)) heldUntilMs = askedAtMs + place.leaseMs;
      else loss.abort();
    } catch (error) {
      log().warn({ error, reader: place.name }, "A reader's lease could not be renewed.");
    }
    // A process that cannot reach the database, or was stopped for a while, is taken for dead by the others.
    if (performance.now() > heldUntilMs) loss.abort();
  };
  const beat = setInterval(() => {
    renewing ??= renew().finally(() => {
      renewing = null;
    });
  }, place.leaseMs / 3);

  try {
    await work(loss.signal);
  } catch (error) {
    if (!loss.signal.aborted) throw error;
  } finally {
    clearInterval(beat);
    await renewing;
  }
  if (loss.signal.aborted) log().warn({ reader: place.name }, "A reader lost its lease, and left its work to another.");
  return !loss.signal.aborted;
}
