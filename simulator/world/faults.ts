export type FaultEffect =
  | { kind: "error"; code: number }
  | { kind: "http"; status: number }
  | { kind: "slow"; ms: number }
  | { kind: "status"; code: number }
  | { kind: "timeout" | "timeout-after-accept" | "reset" | "reset-after-accept" | "bad-json" };

export type Fault = {
  id: string;
  match: { path?: string | undefined; to?: string | undefined };
  /** How often it will strike yet. */
  times: number;
  fault: string;
  effect: FaultEffect;
};

const plain = new Set(["timeout", "timeout-after-accept", "reset", "reset-after-accept", "bad-json"]);

/** Reads `error:131047`, `http:500`, `slow:2000`, `status:131026` or a plain word; undefined when it is none. */
export function readEffect(text: string): FaultEffect | undefined {
  if (plain.has(text)) return { kind: text } as FaultEffect;
  const [, kind, digits] = /^(error|http|slow|status):(\d{1,7})$/.exec(text) ?? [];
  const number = Number(digits);
  if (kind === "error" || kind === "status") return { kind, code: number };
  if (kind === "http") return number >= 200 && number <= 599 ? { kind, status: number } : undefined;
  if (kind === "slow") return number <= 600_000 ? { kind, ms: number } : undefined;
  return undefined;
}

/** Troubles ordered in advance, each for a number of matching requests. */
export class Faults {
  readonly #faults: Fault[] = [];
  #count = 0;

  add(fault: Omit<Fault, "id">): Fault {
    this.#count += 1;
    const added = { ...fault, id: String(this.#count) };
    this.#faults.push(added);
    return added;
  }

  /** Removes one, or all; answers how many went. */
  clear(id?: string): number {
    const before = this.#faults.length;
    if (id === undefined) this.#faults.length = 0;
    else this.#keep((fault) => fault.id !== id);
    return before - this.#faults.length;
  }

  /** Takes one strike of the first fault that matches a request; `addresses` are all names of the recipient. */
  strike(path: string, addresses: string[]): FaultEffect | undefined {
    if (this.#faults.length === 0) return undefined;
    const found = this.#faults.find(
      ({ match }) =>
        (match.path === undefined || path.includes(match.path)) &&
        (match.to === undefined || addresses.includes(match.to)),
    );
    if (!found) return undefined;
    found.times -= 1;
    if (found.times <= 0) this.clear(found.id);
    return found.effect;
  }

  list(): Omit<Fault, "effect">[] {
    return this.#faults.map(({ effect: _, ...shown }) => shown);
  }

  #keep(wanted: (fault: Fault) => boolean): void {
    const kept = this.#faults.filter(wanted);
    this.#faults.length = 0;
    this.#faults.push(...kept);
  }
}
