import { isIP } from "node:net";
import { isPublicAddress } from "./address";
import { failureOf } from "./http-failure";

export type TargetRules = {
  /** Host names that may be called over https on the default port: exact, or `*.example.org` for what is below it. */
  allowHosts?: readonly string[];
  /** Exact origins the operator configured; these alone may be plain http or lie in a private network. */
  allowOrigins?: readonly string[];
};

export type Target = { url: URL; guarded: boolean };

/**
 * Decides whether a URL may be called. With neither list, any public https host may.
 *
 * @throws {HttpFailure} `forbidden_url` or `forbidden_address`.
 */
export function checkTarget(address: string | URL, rules: TargetRules): Target {
  const url = parse(address);
  if (url.username !== "" || url.password !== "") throw refused(url);
  if (rules.allowOrigins?.some((origin) => URL.parse(origin)?.origin === url.origin)) return { url, guarded: false };
  if (url.protocol !== "https:") throw refused(url);
  const isRestricted = rules.allowHosts !== undefined || rules.allowOrigins !== undefined;
  if (isRestricted && !rules.allowHosts?.some((pattern) => url.port === "" && matches(url.hostname, pattern))) {
    throw refused(url);
  }
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw failureOf("forbidden_address", url.host, false);
  return { url, guarded: true };
}

function matches(hostname: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

function parse(address: string | URL): URL {
  const url = URL.parse(address);
  if (!url || !["https:", "http:"].includes(url.protocol)) throw failureOf("forbidden_url", "The address", false);
  return url;
}

function refused(url: URL) {
  return failureOf("forbidden_url", url.host, false);
}
