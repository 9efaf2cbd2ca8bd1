/** A budget that all bodies being read share, so that many slow senders cannot fill the memory. */
export class BytesInFlight {
  readonly #most: number;
  #now = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get now(): number {
    return this.#now;
  }

  /** False, and nothing taken, when it does not fit. */
  take(bytes: number): boolean {
    if (this.#now + bytes > this.#most) return false;
    this.#now += bytes;
    return true;
  }

  giveBack(bytes: number): void {
    this.#now -= bytes;
  }
}
