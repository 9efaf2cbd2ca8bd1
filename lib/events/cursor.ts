/** A place in the log: the transaction's id and the event's number in it, both too large for a JavaScript number. */

export type Cursor = { xid: string; seq: string };

export const CURSOR = /^(\d{1,20})\.(\d{1,20})$/;

export function writeCursor({ xid, seq }: Cursor): string {
  return `${xid}.${seq}`;
}

/** @throws {Error} for text that is not a cursor; inputs from outside have been checked by their contract. */
export function readCursor(text: string): Cursor {
  const [, xid, seq] = CURSOR.exec(text) ?? [];
  if (xid === undefined || seq === undefined) throw new Error("This is not a cursor of the event log.");
  return { xid, seq };
}

/** Below zero when `one` comes before `other`, zero when they are the same place. */
export function compareCursors(one: string, other: string): number {
  const a = readCursor(one);
  const b = readCursor(other);
  return compareNumbers(a.xid, b.xid) || compareNumbers(a.seq, b.seq);
}

function compareNumbers(one: string, other: string): number {
  const a = BigInt(one);
  const b = BigInt(other);
  return a === b ? 0 : a < b ? -1 : 1;
}
