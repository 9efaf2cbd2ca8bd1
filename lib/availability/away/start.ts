import { type Loop, startLoop } from "@/lib/jobs";
import { SECOND } from "@/lib/time";
import { sendAway } from "./send-away";

const LOOK_EVERY_MS = 15 * SECOND;

export function startAwayWatch(): Loop {
  return startLoop({ name: "away", round: () => sendAway(), idleMs: LOOK_EVERY_MS });
}
