import { Client } from "pg";
import { MINUTE, SECOND } from "@/lib/time";

const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = MINUTE / 4;

export type KeptConnection = {
  /** The connection, or null while there is none. */
  client: () => Client | null;
  stop: () => Promise<void>;
};

/** A connection of its own, outside the pools, made again whenever it is lost: what it carries has a slower way as a net. */
export function keepConnected(options: {
  url: string;
  name: string;
  /** Runs on each new connection before it counts as there. */
  begin?: (client: Client) => Promise<void>;
}): KeptConnection {
  let live: Client | null = null;
  let attempt: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;

  const connect = async () => {
    const client = new Client({
      connectionString: options.url,
      application_name: options.name,
      keepAlive: true,
      connectionTimeoutMillis: 5 * SECOND,
    });
    const lost = () => {
      if (live === client) live = null;
      again();
    };
    client.on("error", () => undefined);
    client.once("end", lost);
    try {
      await client.connect();
      await options.begin?.(client);
      failures = 0;
      live = client;
    } catch {
      failures += 1;
      await client.end().catch(() => undefined);
      again();
    }
    if (stopped) await client.end().catch(() => undefined);
  };

  const again = () => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        attempt = connect();
      },
      Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** failures),
    );
  };

  attempt = connect();
  return {
    client: () => live,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await live?.end().catch(() => undefined);
      await attempt;
    },
  };
}
