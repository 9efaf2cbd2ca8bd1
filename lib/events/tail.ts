import { withSystem } from "@/db/system";
import type { Loop } from "@/lib/jobs";
import { type Cursor, writeCursor } from "./cursor";
import { followLog } from "./follow";
import { isHeldBack, placeAfter, readEventsAfter, readPresent } from "./read-log";
import type { RecordedEvent } from "./types";

const BATCH = 1_000;

/** Under load, readers share a batch instead of taking each commit by itself. */
const PACE_MS = 20;

export type Tail = Loop & {
  /** Everything up to here has been handed on. */
  cursor: () => string;
};

export type TailOptions = {
  /** A batch in the log's order, each event once. If it fails, the same batch comes again. */
  onEvents: (events: RecordedEvent[], cursor: string) => Promise<void> | void;
  batchSize?: number;
  /** From the beginning of one batch to that of the next, unless there is more than one can hold. */
  paceMs?: number;
  /** Where to begin; by default where the log stands now. */
  after?: Cursor;
};

/** Follows the log of all tenants from where it stands now. Resolves once it knows where that is. */
export async function startTail({ onEvents, batchSize = BATCH, paceMs = PACE_MS, after }: TailOptions): Promise<Tail> {
  let at = after ?? (await withSystem(readPresent));
  let lastRoundAt = 0;

  const round = async (wake: () => void) => {
    lastRoundAt = performance.now();
    const { events, held } = await withSystem(async (tx) => {
      const events = await readEventsAfter(tx, at, batchSize);
      return { events, held: events.length < batchSize && (await isHeldBack(tx, placeAfter(events, at))) };
    });
    const next = placeAfter(events, at);
    if (events.length > 0) await onEvents(events, writeCursor(next));
    at = next;
    if (held) wake();
    return events.length === batchSize;
  };

  const pauseMs = () => Math.max(0, lastRoundAt + paceMs - performance.now());
  return { ...followLog({ name: "tail", round, pauseMs }), cursor: () => writeCursor(at) };
}
