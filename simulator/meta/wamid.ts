import { randomBytes } from "node:crypto";

/** Bytes around the peer and the random part, as captured ids show them; the marker tells the direction. */
const prefix = Buffer.from([0x1c, 0x18]);
const marker = { out: [0x15, 0x02, 0x00, 0x11, 0x18], in: [0x15, 0x02, 0x00, 0x12, 0x18] };

/**
 * A message id of the real shape: base64 of a small record that holds the peer (digits, or a BSUID where no phone is
 * known) in clear, followed by 18 (out) or 20 (in) upper-case hex digits.
 */
export function makeWamid(peer: string, direction: "in" | "out"): string {
  const random = randomBytes(direction === "out" ? 9 : 10)
    .toString("hex")
    .toUpperCase();
  const record = Buffer.concat([
    prefix,
    Buffer.from([peer.length]),
    Buffer.from(peer, "latin1"),
    Buffer.from([...marker[direction], random.length]),
    Buffer.from(random, "latin1"),
    Buffer.from([0]),
  ]);
  return `wamid.${record.toString("base64")}`;
}
