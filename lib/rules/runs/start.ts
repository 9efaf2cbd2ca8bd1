import { startReader } from "@/lib/events";
import type { Loop } from "@/lib/jobs";
import { ruleEvents } from "@/lib/rules/types";
import { runRules } from "./run-rules";

/** Follows what happens, and lets rules act. */
export function startRules(): Loop {
  return startReader({ name: "rules", types: ruleEvents, onEvents: runRules });
}
