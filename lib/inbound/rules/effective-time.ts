import { MINUTE } from "@/lib/time";

/** WhatsApp was founded in 2009: what claims to be older has no time. */
const EARLIEST_MS = Date.UTC(2009, 0, 1);

/** Meta's time of an item where it can be believed, else its arrival: phones with a wrong clock date messages to 2100. */
export function effectiveTime(metaMs: number | null, arrivedAtMs: number): number {
  const isPlausible = metaMs !== null && metaMs >= EARLIEST_MS && metaMs <= arrivedAtMs + MINUTE;
  return isPlausible ? metaMs : arrivedAtMs;
}

/** From when a message opens the service window: never later than it came, whatever the phone's clock says. */
export function windowOpening(atMs: number, arrivedAtMs: number): number {
  return Math.min(atMs, arrivedAtMs);
}
