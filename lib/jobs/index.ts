/** Work that repeats in the background. */
export { atOnce } from "./at-once";
export { eachAlone } from "./each-alone";
export { eachByItself } from "./errands/each-by-itself";
export { eachDue } from "./errands/each-due";
export { putErrands } from "./errands/put";
export { type Errand, isNotPutOff } from "./errands/put-off";
export { runErrands, startErrands } from "./errands/run";
export { type Loop, type LoopHealth, type LoopOptions, runningLoops, startLoop } from "./loop";
export { createWake, spreadWakes, type Wake } from "./wake";
