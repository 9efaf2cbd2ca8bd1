/** Work that repeats in the background. */
export { type Loop, type LoopHealth, type LoopOptions, runningLoops, startLoop } from "./loop";
