import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { Visitor } from "./visitor";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether a page is asked for by the operator: from this machine with no proxy in between, or with the operator's token. */
export function isOperator(
  { headers }: Pick<IncomingMessage, "headers">,
  { address }: Pick<Visitor, "address">,
  token: string | undefined,
): boolean {
  if (token !== undefined && isSame(headers.authorization ?? "", `Bearer ${token}`)) return true;
  const throughProxy = "x-forwarded-for" in headers || "forwarded" in headers || "x-real-ip" in headers;
  const family = isIP(address);
  return !throughProxy && family !== 0 && loopback.check(address, family === 6 ? "ipv6" : "ipv4");
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
