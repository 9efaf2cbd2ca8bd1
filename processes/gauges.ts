import { poolSizes } from "@/db/client";
import { type Backlog, readBacklog } from "@/lib/health";
import { type LoopHealth, runningLoops } from "@/lib/jobs";
import { counter, gauge, histogram, startDefaultMetrics } from "@/lib/metrics";

/** Several gauges of one page share a reading of the database. */
const SHARED_MS = 1_000;

export type GaugeSources = {
  sockets: () => number;
  bytesInFlight: () => number;
  /** Of the other threads. */
  loops: () => LoopHealth[];
  pools: () => ReturnType<typeof poolSizes>;
};

export type DoorMeter = (status: number, seconds: number) => void;

/** Counts what the door has answered, and how fast. */
export function createDoorMeter(): DoorMeter {
  const requests = counter({
    name: "parley_door_requests_total",
    help: "Webhooks by the status they were answered with.",
    labels: ["status"],
  });
  const seconds = histogram({ name: "parley_door_seconds", help: "From a webhook's headers to its answer." });
  return (status, took) => {
    requests.inc({ status: String(status) });
    seconds.observe(took);
  };
}

/** Everything on the page that is read when asked for. */
export function createGauges({ sockets, bytesInFlight, loops, pools }: GaugeSources): void {
  startDefaultMetrics();
  const backlog = shared(readBacklog, SHARED_MS);
  const one = (value: number) => [{ value }];
  gauge({ name: "parley_door_bytes_in_flight", help: "Webhook bodies being read or stored." }, () =>
    one(bytesInFlight()),
  );
  gauge({ name: "parley_ingest_lag_seconds", help: "Age of the oldest webhook that waits for ingest." }, async () =>
    one((await backlog()).ingest.oldestSeconds),
  );
  gauge({ name: "parley_ingest_waiting", help: "Webhooks that wait for ingest, counted up to 100,000." }, async () =>
    one((await backlog()).ingest.waiting),
  );
  gauge(
    { name: "parley_outbox_messages", help: "Messages in the outbox, counted up to 100,000.", labels: ["state"] },
    async () => byState(await backlog(), "count"),
  );
  gauge(
    { name: "parley_outbox_age_seconds", help: "Age of the oldest message in the outbox.", labels: ["state"] },
    async () => byState(await backlog(), "oldestSeconds"),
  );
  gauge({ name: "parley_sockets", help: "Open sockets of this engine." }, () => one(sockets()));
  const allLoops = () => [...runningLoops(), ...loops()];
  gauge({ name: "parley_loop_round_seconds", help: "How long a loop's present round lasts.", labels: ["loop"] }, () =>
    allLoops().map(({ name, roundMs }) => ({ labels: { loop: name }, value: roundMs / 1_000 })),
  );
  gauge({ name: "parley_loop_failures", help: "Failed rounds of a loop in a row.", labels: ["loop"] }, () =>
    allLoops().map(({ name, failuresInARow }) => ({ labels: { loop: name }, value: failuresInARow })),
  );
  gauge({ name: "parley_pool_connections", help: "Database connections.", labels: ["role", "state"] }, () =>
    [...Map.groupBy([...poolSizes(), ...pools()], ({ role }) => role)].flatMap(([role, sizes]) => {
      const sum = (count: (size: (typeof sizes)[number]) => number) =>
        sizes.reduce((all, size) => all + count(size), 0);
      return [
        { labels: { role, state: "busy" }, value: sum(({ total, idle }) => total - idle) },
        { labels: { role, state: "idle" }, value: sum(({ idle }) => idle) },
        { labels: { role, state: "waited_for" }, value: sum(({ waiting }) => waiting) },
      ];
    }),
  );
}

function byState({ outbox }: Backlog, field: "count" | "oldestSeconds") {
  return outbox.map((row) => ({ labels: { state: row.state }, value: row[field] }));
}

function shared<T>(read: () => Promise<T>, forMs: number): () => Promise<T> {
  let last: Promise<T> | undefined;
  let readAt = 0;
  return () => {
    if (!last || performance.now() - readAt > forMs) {
      readAt = performance.now();
      last = read();
    }
    return last;
  };
}
