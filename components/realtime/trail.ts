import { compareCursors, type EventFrame } from "@/lib/events/types";

const MOST_REMEMBERED = 2_000;

/**
 * Knows up to where events have come without a gap. Two sources overlap, the socket and the repair of a gap; each event
 * is let through once. Their order does not matter: an event says what to read again, not what it says now.
 */
export function createTrail() {
  let whole: string | null = null;
  let latest: string | null = null;
  let gap = false;
  /** What came after this is remembered; null before there is anything to start from. */
  let since: string | null = null;
  const remembered = new Map<string, EventFrame>();

  function fresh(frames: readonly EventFrame[]): EventFrame[] {
    const unseen = frames.filter((frame) => !remembered.has(nameOf(frame)));
    for (const frame of unseen) remembered.set(nameOf(frame), frame);
    for (const [name, oldest] of remembered) {
      if (remembered.size <= MOST_REMEMBERED) break;
      remembered.delete(name);
      if (since !== null && compareCursors(oldest.cursor, since) > 0) since = oldest.cursor;
    }
    return unseen;
  }

  return {
    /** Everything up to here has come; null before there is anything to start from. */
    get whole() {
      return whole;
    },
    /** The point of a snapshot; an earlier one than the present changes nothing. */
    startAt(snapshot: string) {
      if (whole !== null && compareCursors(snapshot, whole) <= 0) return;
      whole = snapshot;
      latest = snapshot;
      since ??= snapshot;
    },
    /** Something may be missing after the present point, until it has been repaired. */
    mayMiss() {
      gap = true;
    },
    /**
     * A batch may come in two parts, what concerns a group and what concerns the member alone, under one cursor: only the
     * next batch proves that both parts of this one are here.
     */
    fromSocket(frames: readonly EventFrame[], upTo: string): EventFrame[] {
      if (latest === null || compareCursors(upTo, latest) > 0) {
        if (!gap) whole = latest ?? upTo;
        latest = upTo;
      }
      return fresh(frames);
    },
    fromRepair: fresh,
    /** What has come after a moment, to be applied once more; null when not all of it is remembered. */
    after(cursor: string): EventFrame[] | null {
      if (since === null || compareCursors(cursor, since) < 0) return null;
      return [...remembered.values()].filter((frame) => compareCursors(frame.cursor, cursor) > 0);
    },
    /** What came before this is given up: whoever shows something from before reads all of it again. */
    leaveOut(upTo: string) {
      since = upTo;
    },
    /** What was asked for has come, up to here. */
    repaired(upTo: string) {
      gap = false;
      if (whole === null || compareCursors(upTo, whole) > 0) whole = upTo;
      if (latest === null || compareCursors(upTo, latest) > 0) latest = upTo;
    },
  };
}

function nameOf({ cursor, type }: EventFrame): string {
  return `${cursor} ${type}`;
}
