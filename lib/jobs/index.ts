/** Work that repeats in the background. */
export { atOnce } from "./at-once";
export { eachAlone } from "./each-alone";
export { type Loop, type LoopHealth, type LoopOptions, runningLoops, startLoop } from "./loop";
export { createWake, spreadWakes, type Wake } from "./wake";
