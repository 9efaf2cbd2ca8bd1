import { env } from "@/lib/env";
import { keepConnected } from "./connection";

const CHANNEL = "parley_signals";
/** At most 20 a second, however many signals there are. */
const PAUSE_MS = 50;
/** PostgreSQL takes less than 8,000 bytes in one NOTIFY. */
const MOST_BYTES = 7_000;
/** What comes while there is no connection is old by the time there is one. */
const MOST_WAITING = 500;

export type Signals<T> = { publish: (signal: T) => void; stop: () => Promise<void> };

/**
 * Soft signals between engines, such as who is typing: nothing is stored, and what is lost is said again by whoever said
 * it. An engine does not hear itself.
 */
export function startSignals<T>(onSignals: (signals: T[]) => void): Signals<T> {
  const own = crypto.randomUUID();
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | undefined;

  const connection = keepConnected({
    url: env().DATABASE_SYSTEM_URL,
    name: "parley_signals",
    begin: async (client) => {
      client.on("notification", ({ payload = "" }) => {
        const { from, signals } = JSON.parse(payload) as { from: string; signals: T[] };
        if (from !== own) onSignals(signals);
      });
      await client.query(`listen ${CHANNEL}`);
    },
  });

  const flush = () => {
    timer = undefined;
    const signals = waiting;
    waiting = [];
    for (const part of inParts(signals)) {
      const payload = JSON.stringify({ from: own, signals: part });
      connection
        .client()
        ?.query("select pg_notify($1, $2)", [CHANNEL, payload])
        .catch(() => undefined);
    }
  };

  return {
    publish: (signal) => {
      waiting = [...waiting, signal].slice(-MOST_WAITING);
      timer ??= setTimeout(flush, PAUSE_MS).unref();
    },
    stop: async () => {
      clearTimeout(timer);
      await connection.stop();
    },
  };
}

function inParts<T>(signals: T[]): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const signal of signals) {
    const size = Buffer.byteLength(JSON.stringify(signal)) + 1;
    const present = parts.at(-1);
    if (present && size <= room) present.push(signal);
    else {
      parts.push([signal]);
      room = MOST_BYTES;
    }
    room -= size;
  }
  return parts;
}
