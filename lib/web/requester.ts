import type { Requester } from "@/lib/auth";
import { languageOfVisitor } from "./kept-locale";
import { isLoopbackAddress, isLoopbackHost } from "./this-machine";

/** Who is on the other side, as the front door noted it; it drops what a visitor claims about that. */
export function requesterOf(headers: Headers): Requester {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: address || "unknown", userAgent: headers.get("user-agent"), language: languageOfVisitor(headers) };
}

/** By its address, and by the name that it asked for: another site can have its own name lead to this machine. */
export function isFromThisMachine(headers: Headers): boolean {
  const host = headers.get("host") ?? "";
  const reachedAs = headers.get("x-forwarded-host") ?? host;
  return isLoopbackAddress(requesterOf(headers).address) && isLoopbackHost(host) && isLoopbackHost(reachedAs);
}
