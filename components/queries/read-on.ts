type Pages = { data: { pages: unknown[] } | undefined };
type ReadOn = (options: { cancelRefetch: boolean }) => Promise<Pages>;

/** Each event that comes meanwhile begins the reading anew. */
const MOST_TRIES = 5;

/**
 * Reads the next page, after what is being read already: begun at once, it would cut off what an event asked to be read
 * again, and the pages before it would stay as they were.
 */
export async function readOn({ data, fetchNextPage }: Pages & { fetchNextPage: ReadOn }): Promise<void> {
  const before = countOf(data);
  for (let tries = 0, now = before; now <= before && tries < MOST_TRIES; tries += 1) {
    now = countOf((await fetchNextPage({ cancelRefetch: false })).data);
  }
}

function countOf(data: Pages["data"]): number {
  return data?.pages.length ?? 0;
}
