/** A map that forgets what was touched longest ago once it holds `capacity` entries. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();

  constructor(
    private readonly capacity: number,
    private readonly onForget?: (value: Value) => void,
  ) {}

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** Stores and marks as newest. */
  touch(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.capacity) return;
    const [oldest] = this.#entries;
    if (!oldest) return;
    this.#entries.delete(oldest[0]);
    this.onForget?.(oldest[1]);
  }

  delete(key: string): boolean {
    return this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Oldest first. */
  values(): IterableIterator<Value> {
    return this.#entries.values();
  }
}
