import { setTimeout as sleep } from "node:timers/promises";
import { withSystem } from "@/db/system";
import { onIngestWanted } from "@/lib/inbound/wake";
import { type Loop, startLoop } from "@/lib/jobs";
import type { Lane } from "./claim";
import { ingestBatch } from "./ingest-batch";

export type IngestOptions = {
  idleMs?: number;
};

const lanes: Lane[] = ["urgent", "other"];

/** While customers' messages wait for so long, statuses wait in the log instead, but never longer than this at once. */
const YIELD_AFTER_MS = 150;
const LOOK_EVERY_MS = 50;
const MOST_YIELD_MS = 1_000;

/** Applies the log for as long as it runs, a worker on each lane; several engines share the work. */
export function startIngest({ idleMs = 250 }: IngestOptions = {}): Loop {
  const loops = lanes.map((lane) => startLoop({ name: `ingest ${lane}`, idleMs, round: () => roundIn(lane) }));
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const forget = onIngestWanted(wake);
  return {
    wake,
    stop: async () => {
      forget();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

async function roundIn(lane: Lane): Promise<boolean> {
  if (lane === "other") await yieldToUrgent();
  return (await ingestBatch(lane)) > 0;
}

async function yieldToUrgent(): Promise<void> {
  const until = performance.now() + MOST_YIELD_MS;
  while (performance.now() < until && (await urgentLagMs()) > YIELD_AFTER_MS) await sleep(LOOK_EVERY_MS);
}

async function urgentLagMs(): Promise<number> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ lag: number }>(
      `select (extract(epoch from clock_timestamp() - received_at) * 1000)::float8 as lag
       from webhook_log where state = 'pending' and urgent order by id limit 1`,
    ),
  );
  return rows[0]?.lag ?? 0;
}
