import type { Thread } from "./threads";

const second = 1_000;

/** Messages a second of a number, counted in whole seconds. */
export class Throughput {
  readonly #counts = new Map<string, { second: number; count: number }>();

  take(phoneNumberId: string, limit: number, now: number): boolean {
    const at = Math.floor(now / second);
    const counted = this.#counts.get(phoneNumberId);
    if (!counted || counted.second !== at) {
      this.#counts.set(phoneNumberId, { second: at, count: 1 });
      return true;
    }
    counted.count += 1;
    return counted.count <= limit;
  }
}

const pairIntervalMs = 6 * second;
const pairBurst = 45;

/** One message in six seconds to one customer; 45 may come at once, borrowed from the time that follows. */
export function takePair(thread: Thread, now: number): boolean {
  const start = Math.max(thread.pairFreeAt, now);
  if (start - now > (pairBurst - 1) * pairIntervalMs) return false;
  thread.pairFreeAt = start + pairIntervalMs;
  return true;
}
