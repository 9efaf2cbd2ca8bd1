import { withSystem } from "@/db/system";

/** What waits, and for how long the oldest of it has. */
export type Backlog = {
  ingest: { waiting: number; oldestSeconds: number };
  outbox: { state: string; count: number; oldestSeconds: number }[];
};

/** Counting stops here: a page that is asked for every few seconds must not walk a log that has fallen far behind. */
const MOST_COUNTED = 100_000;

const INGEST = `
select coalesce(sum(cardinality(meta_app_ids)), 0)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(received_at)), 0)::float8 as oldest
from (select received_at, meta_app_ids from webhook_log where state = 'pending' order by id limit ${MOST_COUNTED}) pending`;

const OUTBOX = `
select state, count(*)::int as count,
  coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as oldest
from (select state, created_at from outbox where state <> 'scheduled' limit ${MOST_COUNTED}) waiting group by state`;

export async function readBacklog(): Promise<Backlog> {
  return withSystem(async (tx) => {
    const ingest = await tx.$client.query<{ waiting: number; oldest: number }>(INGEST);
    const outbox = await tx.$client.query<{ state: string; count: number; oldest: number }>(OUTBOX);
    const [log = { waiting: 0, oldest: 0 }] = ingest.rows;
    return {
      ingest: { waiting: log.waiting, oldestSeconds: log.oldest },
      outbox: outbox.rows.map(({ state, count, oldest }) => ({ state, count, oldestSeconds: oldest })),
    };
  });
}
