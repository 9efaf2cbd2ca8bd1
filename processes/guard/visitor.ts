import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Who is on the other side, and by which address they reached us. */
export type Visitor = {
  address: string;
  proto: "http" | "https";
  /** As people type it: with the port, where there is one. */
  host: string;
};

/** `10.0.0.0/8, 192.168.1.5`: whose word on the visitor is taken. @throws {Error} naming what is not an address */
export function trustedProxies(list: string | undefined): BlockList {
  const trusted = new BlockList();
  for (const entry of (list ?? "").split(",").map((each) => each.trim())) {
    if (entry === "") continue;
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    const bits = prefix === undefined ? most : Number(prefix);
    if (isIP(address) === 0 || !Number.isInteger(bits) || bits < 0 || bits > most) {
      throw new Error(`TRUST_PROXY should be addresses or networks like 10.0.0.0/8, but holds "${entry}".`);
    }
    trusted.addSubnet(address, bits, family);
  }
  return trusted;
}

/**
 * What a proxy says of the visitor counts only when we trust that proxy; anybody can write such a header. Of a chain, the
 * last address that is not a proxy of ours is the visitor: what stands before it is hearsay.
 */
export function visitorOf(request: IncomingMessage, trusted: BlockList): Visitor {
  const peer = plainAddress(request.socket.remoteAddress ?? "");
  const host = request.headers.host ?? "";
  if (!isTrusted(peer, trusted)) return { address: peer, proto: "http", host };
  const chain = listOf(request.headers["x-forwarded-for"]).map(plainAddress);
  const address = chain.findLast((each) => !isTrusted(each, trusted)) ?? chain[0] ?? peer;
  return {
    address: isIP(address) ? address : peer,
    proto: listOf(request.headers["x-forwarded-proto"]).at(-1) === "https" ? "https" : "http",
    host: listOf(request.headers["x-forwarded-host"]).at(-1) ?? host,
  };
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? "ipv6" : "ipv4");
}

function listOf(header: string | string[] | undefined): string[] {
  return [header ?? ""]
    .flat()
    .flatMap((line) => line.split(","))
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** An IPv4 address as such, also where the system gives it as an IPv6 one. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
