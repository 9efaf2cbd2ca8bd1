import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { askDue } from "./ask-due";

const LOOK_EVERY_MS = 2 * SECOND;

/** Asks customers how it was, when it is time. */
export function startAsking(): Loop {
  return startLoop({ name: "surveys due", round: () => askDue(), idleMs: LOOK_EVERY_MS });
}
