import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isLoopbackAddress, isLoopbackHost } from "@/lib/web/this-machine";
import type { Visitor } from "./visitor";

/** Whether a page is asked for by the operator: from this machine and by its own name, or with the operator's token. */
export function isOperator(
  { headers }: Pick<IncomingMessage, "headers">,
  { address }: Pick<Visitor, "address">,
  token: string | undefined,
): boolean {
  if (token !== undefined && isSame(headers.authorization ?? "", `Bearer ${token}`)) return true;
  return isLoopbackAddress(address) && isLoopbackHost(headers.host ?? "");
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
