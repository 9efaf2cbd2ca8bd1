import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { markDue } from "./mark-due";

/** Warns and tells what was missed, when it is time. */
export function startMarkingDue(): Loop {
  return startLoop({ name: "serviceLevels due", round: () => markDue(), idleMs: SECOND });
}
