import { type Loop, startLoop } from "@/lib/jobs";
import { MINUTE, SECOND } from "@/lib/time";
import { lookAtWindows } from "./look-at-windows";
import { markDue } from "./mark-due";

/** Warns and tells what was missed, when it is time. */
export function startMarkingDue(): Loop {
  return startLoop({ name: "serviceLevels due", round: () => markDue(), idleMs: SECOND });
}

/** Looks for windows that are about to close. */
export function startLookingAtWindows(): Loop {
  return startLoop({ name: "windows", round: () => lookAtWindows(), idleMs: MINUTE });
}
