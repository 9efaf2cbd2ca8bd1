import { withSystem } from "@/db/system";
import { onIngestWanted } from "@/lib/inbound/wake";
import { type Loop, startLoop } from "@/lib/jobs";
import { ingestBatch } from "./ingest-batch";

export type Ingest = Loop & {
  /** How long the oldest webhook that is not applied yet has waited; 0 when none waits. */
  lagMs: () => Promise<number>;
};

export type IngestOptions = {
  /** While one batch waits for the database, the next is read and opened. */
  workers?: number;
  idleMs?: number;
};

/** Applies the log for as long as it runs; several engines share the work. */
export function startIngest({ workers = 2, idleMs = 250 }: IngestOptions = {}): Ingest {
  const loops = Array.from({ length: workers }, (_, at) =>
    startLoop({ name: `ingest ${at + 1}`, idleMs, round: async () => (await ingestBatch()) > 0 }),
  );
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const forget = onIngestWanted(wake);
  return {
    wake,
    lagMs: ingestLagMs,
    stop: async () => {
      forget();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

async function ingestLagMs(): Promise<number> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ lag: number }>(
      `select coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0)::float8 as lag
       from (select received_at from webhook_log where state = 'pending' order by id limit 1) as oldest`,
    ),
  );
  return Math.max(0, rows[0]?.lag ?? 0);
}
