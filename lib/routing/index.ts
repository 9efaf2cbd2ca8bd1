/** Routing gives the next free agent the one who has waited longest, and keeps why. */
export { type ExpectedWait, expectedWait, recentWaits } from "./expected-wait";
export { placeInQueue } from "./queue-place";
export { startRouting } from "./queue/start";
