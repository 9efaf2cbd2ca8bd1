import type { Owner } from "@/bench/house/owner";

const LOOK_EVERY_MS = 1_000;
const WORKED_OFF_EVERY_MS = 100;

export async function countWaiting({ one }: Owner): Promise<number> {
  const { waiting } = await one<{ waiting: number }>(
    "select coalesce(sum(cardinality(meta_app_ids)), 0)::int as waiting from webhook_log where state = 'pending'",
  );
  return waiting;
}

/** How long the oldest webhook has waited; null when none waits. One row is looked at, so that looking costs nothing. */
async function readLagMs({ one }: Owner): Promise<number | null> {
  const { lag } = await one<{ lag: number | null }>(
    `select (select extract(epoch from clock_timestamp() - received_at) * 1000
       from webhook_log where state = 'pending' order by id limit 1)::float8 as lag`,
  );
  return lag;
}

/** Looks at the lag once a second until told to stop; answers with the largest. */
export function watchLag(owner: Owner): { stop: () => Promise<number> } {
  let largest = 0;
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      largest = Math.max(largest, (await readLagMs(owner)) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await watching;
      return largest;
    },
  };
}

/** Resolves to how long it took until nothing waited any more. */
export async function untilWorkedOff(owner: Owner, withinMs: number): Promise<number> {
  const began = performance.now();
  while ((await readLagMs(owner)) !== null) {
    if (performance.now() - began > withinMs) throw new Error(`Ingest has not caught up within ${withinMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, WORKED_OFF_EVERY_MS));
  }
  return performance.now() - began;
}
