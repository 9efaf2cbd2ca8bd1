/** What the list of contacts shows, as the URL says. */
export type ContactFilter = { search?: string; sort: "newest" | "name"; blocked?: "true" };

export function readContactFilter(params: { get: (name: string) => string | null }): ContactFilter {
  const search = params.get("search")?.trim().slice(0, 200);
  return {
    ...(search ? { search } : {}),
    sort: params.get("sort") === "name" ? "name" : "newest",
    ...(params.get("blocked") === "true" ? { blocked: "true" as const } : {}),
  };
}

export function contactQueryOf({ search, sort, blocked }: ContactFilter): string {
  const params = new URLSearchParams();
  if (search) params.set("search", search);
  if (sort !== "newest") params.set("sort", sort);
  if (blocked) params.set("blocked", blocked);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
