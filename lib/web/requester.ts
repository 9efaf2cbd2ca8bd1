import { BlockList, isIP } from "node:net";
import type { Requester } from "@/lib/auth";

/** Who is on the other side, as the front door noted it; it drops what a visitor claims about that. */
export function requesterOf(headers: Headers): Requester {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { address: address || "unknown", userAgent: headers.get("user-agent") };
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

export function isFromThisMachine(headers: Headers): boolean {
  const { address } = requesterOf(headers);
  const plain = address.replace(/^::ffff:/i, "");
  return isIP(plain) !== 0 && loopback.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
}
