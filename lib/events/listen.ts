import { env } from "@/lib/env";
import { keepConnected } from "./connection";
import { CHANNEL, ownName } from "./notify";

/** Calls `wake` when another process has written, and after each time of not hearing. */
export function startListening(wake: () => void): { stop: () => Promise<void> } {
  const connection = keepConnected({
    url: env().DATABASE_SYSTEM_URL,
    name: "parley_listen",
    begin: async (client) => {
      client.on("notification", ({ payload }) => {
        if (payload !== ownName) wake();
      });
      await client.query(`listen ${CHANNEL}`);
      wake();
    },
  });
  return { stop: connection.stop };
}
