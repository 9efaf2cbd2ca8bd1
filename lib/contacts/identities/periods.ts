import { newId } from "@/lib/ids";
import {
  dropRow,
  type IdentityBook,
  type IdentityKind,
  type IdentityRow,
  putRow,
  rowsOfContact,
  rowsOfValue,
} from "./book";
import { otherWritings } from "./other-writings";

/**
 * The period of a value that a moment falls in. A period that was merely seen first at some moment reaches back to the
 * end of the one before, since webhooks come in any order; one that began with a change does not.
 */
export function heldAt(book: IdentityBook, kind: IdentityKind, value: string, atMs: number): IdentityRow | null {
  const row = rowsOfValue(book, kind, value).find(({ toMs }) => toMs === null || toMs >= atMs);
  return row && mayHold(row, atMs) ? row : null;
}

/** Who has this number at that moment, also when they are known by another writing of it. */
export function phoneHeldAt(book: IdentityBook, phone: string, atMs: number): IdentityRow | null {
  for (const writing of [phone, ...otherWritings(phone)]) {
    const row = heldAt(book, "phone", writing, atMs);
    if (row) return row;
  }
  return null;
}

export function mayHold({ fromMs, toMs, source }: IdentityRow, atMs: number): boolean {
  return (toMs === null || toMs >= atMs) && (fromMs <= atMs || source !== "change");
}

/** Writes down that a contact was seen under a value. Who held it until now loses it, if that is older news. */
export function attach(book: IdentityBook, contactId: string, kind: IdentityKind, value: string, atMs: number): void {
  const holder = heldAt(book, kind, value, atMs);
  const seen = { contactId, kind, value, fromMs: atMs, source: "message" };
  if (!holder) {
    begin(book, seen);
  } else if (holder.contactId === contactId) {
    holder.fromMs = Math.min(holder.fromMs, atMs);
    holder.lastSeenMs = Math.max(holder.lastSeenMs, atMs);
  } else if (atMs > holder.lastSeenMs) {
    holder.toMs = atMs - 1;
    begin(book, seen);
  } else if (atMs < holder.fromMs) {
    begin(book, seen);
  }
}

type NewPeriod = Pick<IdentityRow, "contactId" | "kind" | "value" | "fromMs" | "source"> & { toMs?: number };

/** A period lasts until the next one of the value, or until a change gave the same contact another value. */
export function begin(book: IdentityBook, period: NewPeriod): void {
  const { contactId, kind, value, fromMs } = period;
  const next = rowsOfValue(book, kind, value).find((row) => row.fromMs > fromMs);
  if (next?.contactId === contactId && next.source !== "change" && period.toMs === undefined) {
    Object.assign(next, { fromMs, source: period.source });
    return;
  }
  const change = rowsOfContact(book, contactId)
    .filter((row) => row.kind === kind && row.value !== value && row.source === "change" && row.fromMs >= fromMs)
    .sort((one, other) => one.fromMs - other.fromMs)[0];
  const ends = [period.toMs, next && next.fromMs - 1, change?.fromMs].filter((end) => end !== undefined);
  putRow(book, {
    id: newId(),
    contactId,
    kind,
    value,
    fromMs,
    toMs: ends.length > 0 ? Math.max(fromMs, Math.min(...ends)) : null,
    lastSeenMs: fromMs,
    source: period.source,
  });
}

/** After two contacts became one: periods of one value that follow on each other without a gap are one. */
export function joinPeriods(book: IdentityBook, contactId: string): void {
  for (const { kind, value } of rowsOfContact(book, contactId)) {
    const rows = rowsOfValue(book, kind, value);
    rows.reduce<IdentityRow | null>((before, row) => {
      const follows =
        before !== null &&
        before.contactId === contactId &&
        row.contactId === contactId &&
        row.source !== "change" &&
        before.toMs !== null &&
        row.fromMs - before.toMs <= 1;
      if (!follows) return row;
      before.toMs = row.toMs;
      before.lastSeenMs = Math.max(before.lastSeenMs, row.lastSeenMs);
      dropRow(book, row);
      return before;
    }, null);
  }
}
