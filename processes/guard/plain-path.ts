/**
 * The path of a request's target as web will read it, whatever its spelling: dots resolved, percent signs decoded, slashes
 * single, small letters. For recognising a path only.
 */
export function plainPath(target: string): string {
  const url = `http://door${target}`;
  const path = URL.canParse(url) ? new URL(url).pathname : target;
  return decoded(path)
    .replace(/[/\\]+/g, "/")
    .toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
