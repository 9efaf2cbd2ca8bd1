import type { Query, QueryClient } from "@tanstack/react-query";

const awaited = new WeakSet<Query>();

/**
 * Makes what has been read old. What is on its way for the first time may have been read before the change, and making it
 * old now would be forgotten when it comes: it is read once more after that.
 */
export function readAgain(client: QueryClient, queryKey: readonly unknown[]): void {
  const onTheirWay = client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" });
  for (const query of onTheirWay) {
    if (query.state.data !== undefined || awaited.has(query)) continue;
    awaited.add(query);
    // With one under way this starts none: it answers when that one does.
    void query
      .fetch()
      .catch(() => undefined)
      .then(() => {
        awaited.delete(query);
        return client.invalidateQueries({ queryKey: query.queryKey, exact: true });
      });
  }
  void client.invalidateQueries({ queryKey });
}
