const MARK = /^\(\d+\+?\) /;

/** `(3) Inbox · Parley`; without a mark where nothing waits. */
export function withCount(title: string, count: number): string {
  const bare = title.replace(MARK, "");
  return count > 0 ? `(${count > 99 ? "99+" : count}) ${bare}` : bare;
}
