export type Behaviour = {
  /** Whether sent, delivered and read follow by themselves. */
  autoStatuses: boolean;
  /** Before sent, and between the statuses. */
  latencyMs: number;
  /** Whether customers nobody plays read what they get. */
  reads: boolean;
  /** How a free-form send outside the 24 hours is refused: at once, by a failed status, or not at all. */
  window: "sync" | "status" | "off";
  /** One message in six seconds to the same customer, after a burst of 45. */
  pairLimit: boolean;
};

const usual: Behaviour = { autoStatuses: true, latencyMs: 50, reads: true, window: "sync", pairLimit: false };

/** How the simulator plays Meta, for all numbers and, where set, for a single one. */
export class Behaviours {
  #general: Behaviour;
  readonly #special = new Map<string, Partial<Behaviour>>();

  constructor(start: Partial<Behaviour>) {
    this.#general = { ...usual, ...start };
  }

  of(phoneNumberId: string): Behaviour {
    const special = this.#special.get(phoneNumberId);
    return special ? { ...this.#general, ...special } : this.#general;
  }

  change(wish: Partial<Behaviour>, phoneNumberId?: string): Behaviour {
    if (phoneNumberId === undefined) {
      this.#general = { ...this.#general, ...wish };
      return this.#general;
    }
    this.#special.set(phoneNumberId, { ...this.#special.get(phoneNumberId), ...wish });
    return this.of(phoneNumberId);
  }
}
