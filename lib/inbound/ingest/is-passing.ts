import { sqlStateOf } from "@/lib/errors";

// Connection lost, shutting down, out of resources, cancelled or timed out, a lock not had, a lost race between two.
const PASSING = /^(08|53|57|58|25P03|25P04|55P03|40)/;
const LOST =
  /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE|not queryable/;

/** A failure of the moment, not of the item: the whole batch is tried again as it is. */
export function isPassing(error: unknown): boolean {
  if (PASSING.test(sqlStateOf(error) ?? "")) return true;
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (LOST.test(at.message)) return true;
  return false;
}
