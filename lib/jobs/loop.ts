import { log } from "@/lib/log";

export type LoopOptions = {
  name: string;
  /** Does one round; answers whether there may be more at once. */
  round: () => Promise<boolean>;
  /** How long to rest when there was nothing to do. */
  idleMs: number;
  /** The longest rest after failures in a row. */
  longestBackoffMs?: number;
};

export type Loop = {
  /** Ends a rest early; never starts a second round beside the first. */
  wake: () => void;
  /** Resolves when the round that is under way has ended. */
  stop: () => Promise<void>;
};

/** What a running loop says of itself. `roundMs` is how long its present round has lasted, 0 while it rests. */
export type LoopHealth = { name: string; roundMs: number; failuresInARow: number };

const running = new Set<() => LoopHealth>();

/** The loops of this process. */
export function runningLoops(): LoopHealth[] {
  return [...running].map((health) => health());
}

/** Repeats a round for ever: at once while there is work, after a rest otherwise, backing off while it fails. */
export function startLoop({ name, round, idleMs, longestBackoffMs = 5_000 }: LoopOptions): Loop {
  let stopped = false;
  let woken = false;
  let endRest: (() => void) | undefined;

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  let failures = 0;
  let roundSince: number | undefined;
  const health = () => ({
    name,
    roundMs: roundSince === undefined ? 0 : performance.now() - roundSince,
    failuresInARow: failures,
  });
  running.add(health);

  const run = async () => {
    while (!stopped) {
      woken = false;
      roundSince = performance.now();
      let pauseMs = idleMs;
      try {
        if (await round()) pauseMs = 0;
        failures = 0;
      } catch (error) {
        failures += 1;
        pauseMs = Math.min(longestBackoffMs, 50 * 2 ** failures);
        log().error({ error, loop: name, failures }, "A round failed.");
      }
      roundSince = undefined;
      if (stopped) return;
      if (pauseMs > 0 && (failures > 0 || !woken)) await rest(pauseMs);
      else await new Promise(setImmediate);
    }
  };

  const ended = run().finally(() => running.delete(health));
  return {
    wake: () => {
      woken = true;
      endRest?.();
    },
    stop: () => {
      stopped = true;
      endRest?.();
      return ended;
    },
  };
}
