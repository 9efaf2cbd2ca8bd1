/** Headers that speak of one connection, not of the message (RFC 9110 §7.6.1). `expect` has been answered by then. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "expect",
]);

/** What web believes because only a front door is supposed to say it. `next-…` and `rsc` of the router are the browser's own. */
const internal =
  /^(x-middleware-|x-nextjs-|x-next-|x-forwarded-|x-vercel-|x-invoke-|x-now-|x-original-|x-rewrite-)|^(forwarded|via|x-real-ip|x-matched-path|x-prerender-revalidate|next-resume|x-nonce|x-request-id|content-security-policy|content-security-policy-report-only)$/;

/** In development, the router numbers its requests by these. */
const developmentOnly = new Set(["x-nextjs-request-id", "x-nextjs-html-request-id"]);

/**
 * A copy of raw headers (name, value, name, …) without those of the connection. What `Connection` names besides is not
 * dropped: it could name the length of the body, or who somebody is.
 */
export function withoutHopByHop(raw: string[]): string[] {
  return keep(raw, (name) => !hopByHop.has(name));
}

/** A copy of a visitor's raw headers without what is not theirs to say. */
export function withoutInternal(raw: string[], development: boolean): string[] {
  return keep(raw, (name) => !internal.test(name) || (development && developmentOnly.has(name)));
}

function keep(raw: string[], wanted: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = [raw[at], raw[at + 1]];
    if (wanted(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}
