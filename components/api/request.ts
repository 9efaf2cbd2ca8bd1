/** Puts a call's input where its route expects it: path parts, then the query of a GET or DELETE, else a JSON body. */
export function requestOf(
  route: string,
  input: Record<string, unknown>,
): { method: string; url: string; body?: string } {
  const [method = "GET", path = ""] = route.split(" ");
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method !== "GET" && method !== "DELETE") return { method, url: `/api/v1${filled}`, body: JSON.stringify(rest) };
  const present = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString();
  return { method, url: `/api/v1${filled}${query === "" ? "" : `?${query}`}` };
}

/** The console's pages are `/<workspace>/…`. */
export function workspaceOf(pathname: string): string {
  return pathname.split("/")[1] ?? "";
}
