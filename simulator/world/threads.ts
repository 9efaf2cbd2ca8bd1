import { BoundedMap } from "./bounded-map";
import type { Person } from "./people";

export type Tick = "pending" | "accepted" | "delivered" | "read" | "failed";

/** One bubble in the phone. */
export type Entry = {
  id: string;
  from: "customer" | "business";
  /** Unix milliseconds. */
  at: number;
  type: string;
  content: unknown;
  quotes?: string | undefined;
  tick: Tick;
  reactions: { customer?: string; business?: string };
  /** A template as the customer sees it. */
  rendered?: unknown;
};

export type Thread = {
  phoneNumberId: string;
  person: Person;
  entries: Entry[];
  /** Unix milliseconds of the customer's newest message, by the message's own time. */
  lastWroteAt: number;
  typingUntil: number;
  blocked: boolean;
  /** The role of another responder who has the thread; null while the app has it. */
  responder: string | null;
  /** When the pair may next send at the steady rate, for the pair limit. */
  pairFreeAt: number;
};

type Place = { thread: Thread; entry: Entry };

/** Chats between a customer and a business number. */
export class Threads {
  readonly #threads: BoundedMap<Thread>;
  readonly #places: BoundedMap<Place>;

  constructor(capacity: { threads: number; entries: number }) {
    this.#threads = new BoundedMap(capacity.threads);
    this.#places = new BoundedMap(capacity.entries, ({ thread, entry }) => {
      const index = thread.entries.indexOf(entry);
      if (index >= 0) thread.entries.splice(index, 1);
    });
  }

  open(phoneNumberId: string, person: Person): Thread {
    const key = `${phoneNumberId}/${person.key}`;
    const thread = this.#threads.get(key) ?? {
      phoneNumberId,
      person,
      entries: [],
      lastWroteAt: 0,
      typingUntil: 0,
      blocked: false,
      responder: null,
      pairFreeAt: 0,
    };
    this.#threads.touch(key, thread);
    return thread;
  }

  add(thread: Thread, entry: Entry): void {
    thread.entries.push(entry);
    this.#places.touch(`${thread.phoneNumberId}/${entry.id}`, { thread, entry });
  }

  find(phoneNumberId: string, wamid: string): Place | undefined {
    return this.#places.get(`${phoneNumberId}/${wamid}`);
  }

  /** Threads of a number, the one touched last first. */
  listOf(phoneNumberId: string, limit: number): Thread[] {
    const found = [...this.#threads.values()].filter((thread) => thread.phoneNumberId === phoneNumberId);
    return found.reverse().slice(0, limit);
  }
}
