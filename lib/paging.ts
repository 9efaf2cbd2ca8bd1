/** Lists go by cursor: `{ items, nextCursor }`, where a null cursor is the end. */
import * as z from "zod";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

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

/** Null for a cursor that is not one of ours. */
export function decodeCursor(cursor: string): (string | number)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(values) && values.every((v) => typeof v === "string" || typeof v === "number") ? values : null;
  } catch {
    return null;
  }
}

/** Where a list in order of id goes on: the id in a cursor. @throws {InvalidError} for a cursor of another list */
export function idOfCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [id] = decodeCursor(cursor) ?? [];
  if (isUuid(id)) return id;
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}

/** A page of rows in order of id, of which one more than `limit` was asked for. */
export function pageById<Row extends { id: string }, Item>(rows: Row[], limit: number, shape: (row: Row) => Item) {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(shape), nextCursor: last ? encodeCursor([last.id]) : null };
}
