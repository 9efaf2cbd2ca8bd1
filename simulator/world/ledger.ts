import { BoundedMap } from "./bounded-map";
import type { Person } from "./people";

/** A send which the Graph API accepted. */
export type Send = {
  wamid: string;
  phoneNumberId: string;
  /** Phone digits or BSUID, as addressed. */
  to: string;
  sentToUserId: boolean;
  /** The request body as it came. */
  body: Record<string, unknown>;
  type: string;
  /** Unix milliseconds. */
  acceptedAt: number;
  status: "accepted" | "dropped" | "sent" | "delivered" | "read" | "played" | "failed";
  /** Whether the customer has had it on screen. */
  looked: boolean;
  person: Person;
  pricing: Record<string, unknown>;
};

/** Accepted sends, the newest `capacity` of them. */
export class Ledger {
  readonly #sends: BoundedMap<Send>;
  #accepted = 0;

  constructor(capacity: number) {
    this.#sends = new BoundedMap(capacity);
  }

  record(send: Send): void {
    this.#accepted += 1;
    this.#sends.touch(send.wamid, send);
  }

  find(wamid: string): Send | undefined {
    return this.#sends.get(wamid);
  }

  /** Oldest first. */
  list(filter: { to?: string; since?: number; phoneNumberId?: string }): Send[] {
    const { to, since, phoneNumberId } = filter;
    const found: Send[] = [];
    for (const send of this.#sends.values()) {
      if (since !== undefined && send.acceptedAt < since) continue;
      if (phoneNumberId !== undefined && send.phoneNumberId !== phoneNumberId) continue;
      if (to !== undefined && to !== send.to && to !== send.person.phone && to !== send.person.userId) continue;
      found.push(send);
    }
    return found;
  }

  /** Sends accepted since the start, forgotten ones included. */
  get accepted(): number {
    return this.#accepted;
  }
}
