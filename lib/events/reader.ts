import { withSystem } from "@/db/system";
import { newId } from "@/lib/ids";
import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { type Cursor, compareCursors, readCursor, writeCursor } from "./cursor";
import { giveBack, keepPlace, LEASE_MS, takeLease } from "./lease";
import { startListening } from "./listen";
import { isHeldBack, readEventsAfter, readPresent } from "./read-log";
import type { EventType, RecordedEvent } from "./types";
import { onWake } from "./wake";

const BATCH = 200;

/** The net for wake-ups that never came. */
const IDLE_MS = SECOND;

/** Under load, a reader takes what came close together at once. */
const PACE_MS = 50;

export type ReaderOptions = {
  /** Under which its place in the log is kept. */
  name: string;
  types: readonly EventType[];
  exceptStatuses?: boolean;
  /** From one batch to the next at least; what nobody waits for may take its time. */
  paceMs?: number;
  /**
   * Events in the log's order, by one process at a time. Each comes at least once: after a failure or the death of a
   * process, those of its batch come again.
   */
  onEvents: (events: RecordedEvent[]) => Promise<void>;
};

/** Follows the log of all tenants from where it last stopped, whatever stopped it. */
export function startReader({ name, types, exceptStatuses = false, paceMs = PACE_MS, onEvents }: ReaderOptions): Loop {
  const place = { name, holder: newId() };
  let at: Cursor | null = null;
  let keptAtMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const keep = async (cursor: Cursor) => {
    at = (await keepPlace(place, cursor)) ? cursor : null;
    keptAtMs = Date.now();
  };

  const round = async () => {
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
      await onEvents(events);
    }
    const isFull = events.length === BATCH;
    const next = isFull ? placeOf(events, from) : furthest(present, events);
    if (events.length > 0 || Date.now() - keptAtMs > LEASE_MS / 3) await keep(next);
    else at = next;
    // What an older transaction holds back comes at its end, which wakes nobody.
    if (isHeld) wake();
    return isFull;
  };

  const loop = startLoop({ name, round, idleMs: IDLE_MS });
  const wake = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      loop.wake();
    }, paceMs);
  };
  const endWakes = onWake(wake);
  const listening = startListening(wake);
  return {
    wake,
    stop: async () => {
      endWakes();
      clearTimeout(timer);
      await Promise.all([listening.stop(), loop.stop()]);
      await giveBack(place);
    },
  };
}

function placeOf(events: RecordedEvent[], otherwise: Cursor): Cursor {
  const last = events.at(-1);
  return last ? readCursor(last.cursor) : otherwise;
}

function furthest(present: Cursor, events: RecordedEvent[]): Cursor {
  const last = placeOf(events, present);
  return compareCursors(writeCursor(last), writeCursor(present)) > 0 ? last : present;
}
