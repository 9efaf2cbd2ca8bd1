import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Changes a part of what has been read. What was to be read again still is: the client would take a changed list for a new
 * one, and show it for good without what had made it old.
 */
export function put<T>(client: QueryClient, queryKey: QueryKey, change: (present: T) => T): void {
  const query = client.getQueryCache().find<T>({ queryKey, exact: true });
  if (query?.state.data === undefined) return;
  const data = change(query.state.data);
  if (query.state.isInvalidated) query.setState({ data });
  else client.setQueryData<T>(queryKey, data);
}
