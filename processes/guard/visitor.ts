import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { isLoopbackAddress } from "@/lib/web/this-machine";
import { isHost } from "./host";

/** Who is on the other side, and by which address they reached us. */
export type Visitor = {
  /** `unknown` where a proxy on this machine stands in between and does not tell, or is not believed. */
  address: string;
  proto: "http" | "https";
  /** As people type it: with the port, where there is one. */
  host: string;
  /** The address comes from a proxy that we trust, so each visitor has their own. */
  vouched: boolean;
};

const FORWARDING = /^(x-forwarded-|forwarded$|via$|x-real-ip$)/;

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
  const { headers, socket } = request;
  const peer = plainAddress(socket.remoteAddress ?? "");
  const host = headers.host ?? "";
  // Whoever comes through a proxy does not sit at this machine, even where the proxy does.
  const isForwarded = Object.keys(headers).some((name) => FORWARDING.test(name));
  const known = (address: string) => (isForwarded && isLoopbackAddress(address) ? "unknown" : address);
  if (!isTrusted(peer, trusted)) return { address: known(peer), proto: "http", host, vouched: false };
  const chain = listOf(headers["x-forwarded-for"]).map(plainAddress);
  const address = chain.findLast((each) => !isTrusted(each, trusted)) ?? chain[0] ?? peer;
  const forwardedHost = listOf(headers["x-forwarded-host"]).at(-1) ?? host;
  return {
    address: known(isIP(address) ? address : peer),
    proto: listOf(headers["x-forwarded-proto"]).at(-1) === "https" ? "https" : "http",
    host: isHost(forwardedHost) ? forwardedHost : host,
    vouched: isIP(address) !== 0 && address !== peer,
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
