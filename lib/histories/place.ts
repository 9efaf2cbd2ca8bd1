import { InvalidError } from "@/lib/errors";
import { decodeCursor } from "@/lib/paging";

export type Place = { at: string | null; id: string | null };

/** Where a page goes on: a time, and what tells apart what happened at the same one. */
export function placeIn(cursor: string | undefined, isId: (text: string) => boolean): Place {
  if (cursor === undefined) return { at: null, id: null };
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && isId(id)) return { at, id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
