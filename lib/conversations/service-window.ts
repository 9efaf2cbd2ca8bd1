import { MINUTE } from "@/lib/time";
import { serviceWindowMs } from "@/lib/whatsapp/types";

/** A message on its way when the window closes would be refused: the last minute is not used. */
const MARGIN_MS = MINUTE;

/** @param openedAt the earlier of Meta's time and arrival of the customer's last message or call */
export function windowClosesAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + serviceWindowMs - MARGIN_MS);
}

export function isWindowOpen(openedAt: Date | null, now: Date): boolean {
  return openedAt !== null && now < windowClosesAt(openedAt);
}
