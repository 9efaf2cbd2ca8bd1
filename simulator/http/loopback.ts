import type { IncomingMessage } from "node:http";

export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  return bare === "localhost" || bare === "::1" || /^127(\.\d{1,3}){3}$/.test(bare);
}

export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === "http:" && isLoopbackHost(url.hostname);
}

/** Whether the request names this machine. A page elsewhere which rebinds its name or posts across is refused. */
export function comesFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (host !== undefined && !isLoopbackHost(host.replace(/:\d+$/, ""))) return false;
  return origin === undefined || isLoopbackUrl(origin);
}
