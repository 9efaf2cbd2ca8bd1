/** Lists go by cursor: `{ items, nextCursor }`, where a null cursor is the end. */
import * as z from "zod";
import { InvalidError } from "@/lib/errors";
import { storableJson } from "@/lib/text";

export const PageInput = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A cursor is opaque to clients: the sort values of the last row, in URL-safe base64. */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Where lists in order of time, and then of id, go on. */
export const TimePlace = z.tuple([z.iso.datetime(), z.uuid()]);

/** The same for lists of events: a time, and a number of the log. */
export const EventPlace = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]);

/** What a cursor holds; undefined where a list begins. @throws {InvalidError} for a cursor of another list */
export function readCursor<T>(cursor: string | undefined, place: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  const read = place.safeParse(decodeCursor(cursor));
  if (read.success) return read.data;
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}

function decodeCursor(cursor: string): unknown {
  try {
    return storableJson(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return null;
  }
}

/** Of rows of which one more than `limit` was asked for: those of the page, and the cursor that goes on behind them. */
export function cutPage<Row>(rows: Row[], limit: number, placeOf: (last: Row) => (string | number)[]) {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, nextCursor: last ? encodeCursor(placeOf(last)) : null };
}

/** The same for a list in order of id. */
export function idOfCursor(cursor: string | undefined): string | undefined {
  return readCursor(cursor, z.tuple([z.uuid()]))?.[0];
}

/** A page of rows in order of id, of which one more than `limit` was asked for. */
export function pageById<Row extends { id: string }, Item>(rows: Row[], limit: number, shape: (row: Row) => Item) {
  const { shown, nextCursor } = cutPage(rows, limit, ({ id }) => [id]);
  return { items: shown.map(shape), nextCursor };
}
