import type { CurrentUser } from "./current-actor";

/** Where somebody lands: the inbox of their first workspace that is open. */
export function homeOf(user: CurrentUser): string {
  const open = user.memberships.find(({ status }) => status === "active");
  return open ? `/${open.slug}/inbox` : "/no-workspace";
}

/** A path of ours to go on to, from the query; `/` for anything that would lead elsewhere. */
export function localPath(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  const base = "http://here.invalid";
  if (!URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  // `/.//there` is a path here and, once its dots are resolved, another host for whoever reads it again.
  if (url.origin !== base || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
