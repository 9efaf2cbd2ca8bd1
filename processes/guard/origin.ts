import type { IncomingHttpHeaders } from "node:http";
import type { Refusal } from "./refuse-request";
import type { Visitor } from "./visitor";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Another site can make a browser send our cookie along, so what changes something has to come from a page of ours.
 * A request with a key of its own carries nothing that a browser adds by itself, and one without a cookie has no rights
 * to borrow.
 */
export function refusalOfOrigin(method: string, headers: IncomingHttpHeaders, own: OwnOrigin): Refusal | null {
  if (safe.has(method) || /^bearer /i.test(headers.authorization ?? "")) return null;
  if (headers.origin === undefined && headers["sec-fetch-site"] === undefined && headers.cookie === undefined) {
    return null;
  }
  if (isOurs(headers, own)) return null;
  return { status: 403, title: "This request does not come from a page of this installation (Origin)." };
}

/** A browser always says where a socket is opened from. */
export function refusalOfSocketOrigin(headers: IncomingHttpHeaders, own: OwnOrigin): Refusal | null {
  if (headers.origin !== undefined && isOurs(headers, own)) return null;
  return { status: 403, title: "A socket is opened from a page of this installation only (Origin)." };
}

/** Where our pages are: as configured, and as the visitor reached us. */
export type OwnOrigin = { publicUrl: string | undefined; visitor: Pick<Visitor, "proto" | "host"> };

function isOurs(headers: IncomingHttpHeaders, { publicUrl, visitor }: OwnOrigin): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = headers;
  if (origin === undefined) return site === "same-origin";
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  // The browser writes Host, not the page: a page elsewhere cannot make the two agree. The scheme is left out, since a
  // proxy in front may have taken off the TLS without our knowing.
  return URL.canParse(origin) && new URL(origin).host === visitor.host.toLowerCase();
}
