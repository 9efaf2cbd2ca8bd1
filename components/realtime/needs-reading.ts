import type { QueryState } from "@tanstack/react-query";

/** Whether something on the screen was to be read again and could not be: nothing reads it now, and it is old or failed. */
export function needsReading({
  fetchStatus,
  isInvalidated,
  status,
}: Pick<QueryState, "fetchStatus" | "isInvalidated" | "status">): boolean {
  return fetchStatus === "idle" && (isInvalidated || status === "error");
}
