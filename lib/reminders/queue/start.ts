import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { remindDue } from "./remind-due";

const LOOK_EVERY_MS = 5 * SECOND;

/** Reminds when it is time. */
export function startReminding(): Loop {
  return startLoop({ name: "reminders", round: () => remindDue(), idleMs: LOOK_EVERY_MS });
}
