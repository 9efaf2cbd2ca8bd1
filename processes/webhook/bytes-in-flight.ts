/** Who holds bytes, and how many of them at most. */
export type Holder = { address: string; mostBytes: number };

/** A budget that all bodies being read share, so that many slow senders cannot fill the memory, and one not the budget. */
export class BytesInFlight {
  readonly #most: number;
  readonly #byAddress = new Map<string, number>();
  #now = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get now(): number {
    return this.#now;
  }

  /** False, and nothing taken, when it does not fit. */
  take(bytes: number, { address, mostBytes }: Holder): boolean {
    const held = (this.#byAddress.get(address) ?? 0) + bytes;
    if (this.#now + bytes > this.#most || held > mostBytes) return false;
    this.#now += bytes;
    this.#byAddress.set(address, held);
    return true;
  }

  giveBack(bytes: number, { address }: Holder): void {
    this.#now -= bytes;
    const held = (this.#byAddress.get(address) ?? 0) - bytes;
    if (held > 0) this.#byAddress.set(address, held);
    else this.#byAddress.delete(address);
  }
}
