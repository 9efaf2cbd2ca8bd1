import { MINUTE } from "@/lib/time";

/** Generous: behind a proxy that we do not know of, everybody has one address. */
const MOST_A_MINUTE = 600;
const MOST_SOURCES = 10_000;

/**
 * Wrong signatures by source. A source beyond its share is answered with 429 and its connection closed; a right signature
 * from the same address still passes, since forged webhooks must not keep Meta's out.
 */
export class FailedSignatures {
  readonly #most: number;
  readonly #bySource = new Map<string, number>();
  #minute = 0;

  constructor(mostAMinute = MOST_A_MINUTE) {
    this.#most = mostAMinute;
  }

  /** Whether this one is too many. */
  isTooMany(source: string, nowMs = Date.now()): boolean {
    const minute = Math.floor(nowMs / MINUTE);
    if (minute !== this.#minute || this.#bySource.size > MOST_SOURCES) this.#bySource.clear();
    this.#minute = minute;
    const failures = (this.#bySource.get(source) ?? 0) + 1;
    this.#bySource.set(source, failures);
    return failures > this.#most;
  }
}
