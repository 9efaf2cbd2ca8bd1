import ipaddr from "ipaddr.js";

/** Reachable by anyone on the internet: not this machine, not this network, not a cloud's metadata service. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}
