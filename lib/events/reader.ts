import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import type { Loop } from "@/lib/jobs";
import { type Cursor, compareCursors, writeCursor } from "./cursor";
import { followLog } from "./follow";
import { giveBack, keepPlace, LEASE_MS, takeLease } from "./lease";
import { isHeldBack, placeAfter, readEventsAfter, readPresent } from "./read-log";
import type { EventType, RecordedEvent } from "./types";
import { whileHeld } from "./while-held";

const BATCH = 200;

/** Under load, a reader takes what came close together at once. */
const PACE_MS = 50;

export type ReaderOptions = {
  /** Under which its place in the log is kept. */
  name: string;
  types: readonly EventType[];
  exceptStatuses?: boolean;
  /** From one batch to the next at least; what nobody waits for may take its time. */
  paceMs?: number;
  /** How long others wait when this process dies. */
  leaseMs?: number;
  /**
   * Events in the log's order, by one process at a time. Each comes at least once: after a failure or the death of a
   * process, those of its batch come again. It may take its time; once `lost` is aborted another process is at the same
   * events, and what is not begun is left to it.
   */
  onEvents: (events: RecordedEvent[], lost: AbortSignal) => Promise<void>;
};

/** Follows the log of all tenants from where it last stopped, whatever stopped it. */
export function startReader(options: ReaderOptions): Loop {
  const { name, types, exceptStatuses = false, paceMs = PACE_MS, leaseMs = LEASE_MS, onEvents } = options;
  const place = { name, holder: newId(), leaseMs };
  let at: Cursor | null = null;
  let keptAtMs = 0;

  const keep = async (cursor: Cursor) => {
    at = (await keepPlace(place, cursor)) ? cursor : null;
    keptAtMs = Date.now();
  };

  const round = async (wake: () => void) => {
    if (at === null) {
      at = await takeLease(place);
      keptAtMs = Date.now();
    }
    if (at === null) return false;
    const from = at;
    // Asked for before the events: what is written in between is not passed by.
    const { present, events, isHeld } = await withSystem(async (tx) => {
      const present = await readPresent(tx);
      const events = await readEventsAfter(tx, from, BATCH, { types, exceptStatuses });
      const isMore = events.length < BATCH && (await isHeldBack(tx, furthest(present, events)));
      return { present, events, isHeld: isMore };
    });
    if (events.length > 0) {
      at = null;
      if (!(await whileHeld(place, (lost) => onEvents(events, lost)))) return false;
    }
    const isFull = events.length === BATCH;
    const next = isFull ? placeAfter(events, from) : furthest(present, events);
    if (events.length > 0 || Date.now() - keptAtMs > leaseMs / 3) await keep(next);
    else at = next;
    if (isHeld) wake();
    return isFull;
  };

  const { wake, stop } = followLog({ name, round, pauseMs: () => paceMs });
  return {
    wake,
    stop: async () => {
      await stop();
      await giveBack(place);
    },
  };
}

function furthest(present: Cursor, events: RecordedEvent[]): Cursor {
  const last = placeAfter(events, present);
  return compareCursors(writeCursor(last), writeCursor(present)) > 0 ? last : present;
}
