type Page<T> = { items: T[]; nextCursor: string | null };

const MOST_PAGES = 20;

/** A short list whole, page after page: what a menu or a table of settings shows. */
export async function readAll<T>(readPage: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read: Page<T> = await readPage(cursor ?? undefined);
    items.push(...read.items);
    cursor = read.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
