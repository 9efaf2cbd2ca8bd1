/**
 * The loops have a thread of their own: what they read, unfold and write never stands before an answer at the door or a
 * frame for a screen.
 */
import { once } from "node:events";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { closePools, poolSizes } from "@/db/client";
import { type LoopHealth, runningLoops, spreadWakes } from "@/lib/jobs";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { startLoops } from "./loops";
import type { Part } from "./only";

const TELL_EVERY_MS = SECOND;

type Pools = ReturnType<typeof poolSizes>;
type Telling = { loops: LoopHealth[]; pools: Pools };

export type LoopThread = {
  loops: () => LoopHealth[];
  pools: () => Pools;
  stop: () => Promise<void>;
};

/** Starts the thread with the same program, which finds out by itself that it is one; resolves when its loops run. */
export async function startLoopThread(parts: ReadonlySet<Part>, program: URL): Promise<LoopThread> {
  spreadWakes();
  const worker = new Worker(program, { workerData: [...parts] });
  const ended = once(worker, "exit");
  let last: Telling = { loops: [], pools: [] };
  let heardAt = performance.now();
  let stopping = false;
  worker.on("message", (telling: Telling) => {
    last = telling;
    heardAt = performance.now();
  });
  worker.on("error", (error) => {
    log().fatal({ error }, "Nobody caught an error in the loops.");
    process.exit(1);
  });
  worker.on("exit", () => {
    if (!stopping) process.exit(1);
  });
  await once(worker, "message");
  return {
    // A thread that is stuck tells nothing more; the round that it last told of goes on.
    loops: () => {
      const silentMs = performance.now() - heardAt;
      return last.loops.map((loop) => (loop.roundMs > 0 ? { ...loop, roundMs: loop.roundMs + silentMs } : loop));
    },
    pools: () => last.pools,
    stop: async () => {
      stopping = true;
      worker.postMessage("stop");
      await ended;
    },
  };
}

/** What the thread does. */
export function runLoopThread(): void {
  const loops = startLoops(new Set(workerData as Part[]));
  const tell = () => parentPort?.postMessage({ loops: runningLoops(), pools: poolSizes() } satisfies Telling);
  const telling = setInterval(tell, TELL_EVERY_MS);
  tell();
  parentPort?.once("message", async () => {
    clearInterval(telling);
    await Promise.all(loops.map((loop) => loop.stop()));
    await closePools();
  });
}
