import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { log } from "@/lib/log";

/** Requests under way may end; a sender whose answer does not come within this repeats. */
const DRAIN_MS = 12_000;
/** For the rest: rounds of loops, sockets, connections to the database. */
const LONGEST_MS = 18_000;

/** Stops accepting, and resolves when the last request has been answered or has had its time. */
export async function drain(server: Server, withinMs = DRAIN_MS): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A kept connection that becomes idle only now would otherwise stay until its own time-out.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const patience = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}

/** Connections that were upgraded are nobody's any more to the server; the function returned closes those still open. */
export function trackUpgrades(server: Server): () => void {
  const open = new Set<Duplex>();
  server.on("upgrade", (_, socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

/** On the first signal runs `stop` and exits with 0; on a second one, or when it takes too long, exits with 1. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log().info({ signal }, "Stopping.");
    setTimeout(() => {
      log().error("Stopping took too long.");
      process.exit(1);
    }, LONGEST_MS).unref();
    stop().then(
      () => process.exit(0),
      (error) => {
        log().error({ error }, "Stopping failed.");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", begin);
  process.on("SIGINT", begin);
}

/** After a bug nobody caught, what is in memory cannot be trusted: the supervisor starts a new process. */
export function exitOnBugs(): void {
  const exit = (error: unknown) => {
    log().fatal({ error }, "Nobody caught an error.");
    process.exit(1);
  };
  process.on("uncaughtException", exit);
  process.on("unhandledRejection", exit);
}
