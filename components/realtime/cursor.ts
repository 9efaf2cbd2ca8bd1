/** Which of two cursors is later; both are two numbers that may outgrow a double. */
export function compareCursors(one: string, other: string): number {
  const [oneFirst = 0n, oneSecond = 0n] = one.split(".").map(BigInt);
  const [otherFirst = 0n, otherSecond = 0n] = other.split(".").map(BigInt);
  if (oneFirst !== otherFirst) return oneFirst < otherFirst ? -1 : 1;
  if (oneSecond === otherSecond) return 0;
  return oneSecond < otherSecond ? -1 : 1;
}
