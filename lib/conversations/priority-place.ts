import { DAY } from "@/lib/time";
import type { Priority } from "./types";

/** Longer than anybody waits: a step of urgency weighs more than any time. */
const STEP_DAYS = 180_000;

/** Where they stand who do not wait: behind all who do, before the next step. */
export const notWaiting = "2400-01-01T00:00:00.000Z";

/** How far each priority is put forward, so that one moment says where a conversation stands; in days. */
export const daysForward: Record<Priority, number> = {
  urgent: 3 * STEP_DAYS,
  high: 2 * STEP_DAYS,
  normal: STEP_DAYS,
  low: 0,
};

/** The most urgent first, then who waits longest: the moment that a list is sorted by. */
export function placeByPriority(priority: Priority, waitingSince: string | null): string {
  return new Date(Date.parse(waitingSince ?? notWaiting) - daysForward[priority] * DAY).toISOString();
}
