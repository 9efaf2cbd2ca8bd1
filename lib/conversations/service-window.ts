import { HOUR, MINUTE } from "@/lib/time";

/** Meta lets a business write freely for 24 hours after the customer's last message or call. */
export const WINDOW_MS = 24 * HOUR;

/** A message on its way when the window closes would be refused: the last minute is not used. */
const MARGIN_MS = MINUTE;

/** @param openedAt the earlier of Meta's time and arrival of the customer's last message or call */
export function windowClosesAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + WINDOW_MS - MARGIN_MS);
}

export function isWindowOpen(openedAt: Date | null, now: Date): boolean {
  return openedAt !== null && now < windowClosesAt(openedAt);
}
