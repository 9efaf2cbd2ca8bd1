import type { Query, QueryClient, QueryKey } from "@tanstack/react-query";

const awaited = new WeakSet<Query>();

/**
 * Makes what has been read old. What is on its way may have been read before the change. Where somebody looks at something
 * already, it is cut off and begun again; else making it old now would be forgotten when it comes: it is read once more
 * after that.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey, { exact = false } = {}): void {
  const onTheirWay = client.getQueryCache().findAll({ queryKey, exact, fetchStatus: "fetching" });
  for (const query of onTheirWay) {
    const isCutOff = query.state.data !== undefined && query.isActive();
    if (isCutOff || awaited.has(query)) continue;
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
  void client.invalidateQueries({ queryKey, exact });
}
