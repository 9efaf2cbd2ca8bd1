import { env } from "@/lib/env";
import { keepConnected } from "./connection";
import { onWake } from "./wake";

export const CHANNEL = "parley_events";

/** At most 20 a second, whatever is written: a NOTIFY in each transaction would queue all commits behind one lock. */
const PAUSE_MS = 50;

/** So that a process does not wake itself: inside it the wake-up is immediate. */
export const ownName = crypto.randomUUID();

/** Tells the other processes that something was written. Each process that writes starts one. */
export function startNotifier(): { stop: () => Promise<void> } {
  const connection = keepConnected({ url: env().DATABASE_URL, name: "parley_notify" });
  let resting = false;
  let waiting = false;

  const notify = () => {
    if (resting) {
      waiting = true;
      return;
    }
    resting = true;
    // A lost wake-up costs a second: readers also look by themselves.
    connection
      .client()
      ?.query("select pg_notify($1, $2)", [CHANNEL, ownName])
      .catch(() => undefined);
    setTimeout(() => {
      resting = false;
      if (!waiting) return;
      waiting = false;
      notify();
    }, PAUSE_MS).unref();
  };

  const endWakes = onWake(notify);
  return {
    stop: async () => {
      endWakes();
      await connection.stop();
    },
  };
}
