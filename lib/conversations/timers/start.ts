import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { wakeDue } from "./wake-due";

const LOOK_EVERY_MS = 2 * SECOND;

/** Ends snoozes when their time has come. */
export function startTimers(): Loop {
  return startLoop({ name: "timers", round: () => wakeDue(), idleMs: LOOK_EVERY_MS });
}
