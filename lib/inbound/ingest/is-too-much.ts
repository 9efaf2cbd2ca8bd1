import { sqlStateOf } from "@/lib/errors";

// Statement, idle transaction and transaction that lasted too long.
const TOO_LONG = /^(57014|25P03|25P04)$/;
const LOST_AT_WORK = /Connection terminated unexpectedly|not queryable/;

/**
 * A failure of the moment that may as well come of how much was asked for at once: the same again would fail the same
 * way. A connection that ends while nothing is asked, as at a timeout, only shows at the next statement.
 */
export function isTooMuch(error: unknown): boolean {
  if (TOO_LONG.test(sqlStateOf(error) ?? "")) return true;
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (LOST_AT_WORK.test(at.message)) return true;
  return false;
}
