import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { closeDue } from "./close-due";

const LOOK_EVERY_MS = 5 * SECOND;

/** Warns of the end and ends conversations in which the customer is silent. */
export function startClosingSilent(): Loop {
  return startLoop({ name: "silence due", round: () => closeDue(), idleMs: LOOK_EVERY_MS });
}
