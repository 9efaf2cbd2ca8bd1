type Pages = { data: { pages: unknown[] } | undefined };
type ReadOn = (options: { cancelRefetch: boolean }) => Promise<Pages>;

/**
 * Reads the next page, after what is being read already: begun at once, it would cut off what an event asked to be read
 * again, and the pages before it would stay as they were.
 */
export async function readOn({ data, fetchNextPage }: Pages & { fetchNextPage: ReadOn }): Promise<void> {
  const joined = await fetchNextPage({ cancelRefetch: false });
  if (countOf(joined.data) <= countOf(data)) await fetchNextPage({ cancelRefetch: false });
}

function countOf(data: Pages["data"]): number {
  return data?.pages.length ?? 0;
}
