import { env } from "@/lib/env";
import { keepConnected } from "./connection";
import { CHANNEL, ownName } from "./notify";

type Listening = { stop: () => Promise<void> };

const listeners = new Set<() => void>();
let connection: Listening | undefined;

/**
 * Calls `wake` when another process has written, and after each time of not hearing. All who listen in this thread share
 * one connection.
 */
export function startListening(wake: () => void): Listening {
  listeners.add(wake);
  connection ??= connect();
  wake();
  return {
    stop: async () => {
      listeners.delete(wake);
      if (listeners.size > 0) return;
      const ending = connection;
      connection = undefined;
      await ending?.stop();
    },
  };
}

function connect(): Listening {
  const tell = () => {
    for (const wake of listeners) wake();
  };
  return keepConnected({
    url: env().DATABASE_SYSTEM_URL,
    name: "parley_listen",
    begin: async (client) => {
      client.on("notification", ({ payload }) => {
        if (payload !== ownName) tell();
      });
      await client.query(`listen ${CHANNEL}`);
      tell();
    },
  });
}
