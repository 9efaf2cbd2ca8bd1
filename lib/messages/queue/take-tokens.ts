import { SECOND } from "@/lib/time";
import { pairPace } from "@/lib/whatsapp/types";

/** A rate as GCRA needs it: one every `intervalMs`, and how many may come at once after a rest. */
export type Rate = { intervalMs: number; burst: number };

/** Inbound messages count against a number's throughput too, and a second here is not Meta's second. */
const SHARE_OF_LIMIT = 0.85;

/** Steady share plus burst stay below Meta's limit in every second. */
export function channelRate(messagesPerSecond: number): Rate {
  const steady = messagesPerSecond * SHARE_OF_LIMIT;
  return { intervalMs: SECOND / steady, burst: Math.max(1, Math.floor(messagesPerSecond - steady)) };
}

/** Meta's limit for one number and one person: one in six seconds, 45 may come at once, borrowed from what follows. */
export const pairRate: Rate = pairPace;

/** How many may go now. `aheadMs`: how far the bucket has been drawn on beyond now. */
export function tokensAt(rate: Rate, aheadMs: number): number {
  const used = Math.max(0, aheadMs) / rate.intervalMs;
  return Math.max(0, Math.floor(rate.burst - used + 1e-6));
}

/** How far taking `count` draws on the bucket, in whole milliseconds as they are stored. */
export function costMs(rate: Rate, count: number): number {
  return Math.ceil(count * rate.intervalMs);
}

/** Divides free places among those who want some: nobody gets more than an equal share while another still waits. */
export function shareOut(free: number, wants: number[]): number[] {
  const shares = wants.map(() => 0);
  let left = free;
  let open = wants.map((_, at) => at).filter((at) => (wants[at] ?? 0) > 0);
  while (left > 0 && open.length > 0) {
    const each = Math.max(1, Math.floor(left / open.length));
    for (const at of open) {
      const given = Math.min(each, left, (wants[at] ?? 0) - (shares[at] ?? 0));
      shares[at] = (shares[at] ?? 0) + given;
      left -= given;
    }
    open = open.filter((at) => (shares[at] ?? 0) < (wants[at] ?? 0));
  }
  return shares;
}
