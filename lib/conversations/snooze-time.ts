import { nextMorning } from "@/lib/calendar";
import { InvalidError } from "@/lib/errors";
import { DAY, HOUR } from "@/lib/time";
import { windowClosesAt } from "./service-window";
import type { SnoozeUntil } from "./types";

/** Woken with this much of the service window left, there is time for a plain answer. */
const BEFORE_WINDOW_CLOSES_MS = HOUR;
const LONGEST_MS = 366 * DAY;

type Around = { now: Date; timeZone: string; windowOpenedAt: Date | null };

/** When a conversation wakes; null: when the customer writes. @throws {InvalidError} for what is past or too far off */
export function wakeTime(until: SnoozeUntil, { now, timeZone, windowOpenedAt }: Around): Date | null {
  if (until.kind === "reply") return null;
  const at = timeOf(until, now, timeZone, windowOpenedAt);
  if (at.getTime() <= now.getTime()) {
    throw until.kind === "window"
      ? new InvalidError("The service window is closed, or closes within the hour.", {
          code: "window_too_short",
          nextStep: "Answer now, or snooze for a time.",
        })
      : new InvalidError("That time is past.", { code: "snooze_in_past", nextStep: "Choose a later time." });
  }
  if (at.getTime() - now.getTime() <= LONGEST_MS) return at;
  throw new InvalidError("That is more than a year away.", {
    code: "snooze_too_long",
    nextStep: "Choose an earlier time.",
  });
}

function timeOf(until: SnoozeUntil, now: Date, timeZone: string, windowOpenedAt: Date | null): Date {
  switch (until.kind) {
    case "hours":
      return new Date(now.getTime() + until.hours * HOUR);
    case "time":
      return new Date(until.at);
    case "window":
      return windowOpenedAt ? new Date(windowClosesAt(windowOpenedAt).getTime() - BEFORE_WINDOW_CLOSES_MS) : now;
    case "tomorrow":
    case "monday":
      return nextMorning(until.kind, now, timeZone);
    default:
      return now;
  }
}
