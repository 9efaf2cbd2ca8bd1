import type { WallboardAgent } from "@/lib/queues/types";

/** Online, with room for another conversation. */
export function isFree({ availability, loadPercent, capacity }: WallboardAgent): boolean {
  return availability === "online" && loadPercent < capacity * 100;
}
