import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Puts what the server read for the first paint; what is here already is as new or newer, unless events have made it old. */
export function fill(client: QueryClient, queryKey: QueryKey, value: unknown): void {
  const state = client.getQueryState(queryKey);
  if (state?.data === undefined || state.isInvalidated) client.setQueryData(queryKey, value);
}
