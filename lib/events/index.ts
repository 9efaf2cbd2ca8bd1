/** One log of what happened, many readers: timeline, realtime, webhooks out and reports all come from it. */
export { causesOf } from "./causes-of";
export { CURSOR, type Cursor, compareCursors, readCursor, writeCursor } from "./cursor";
export { startNotifier } from "./notify";
export { readEventsAfter, readPresent } from "./read-log";
export { startReader } from "./reader";
export { type NewEvent, recordEvent, recordEvents } from "./record";
export { startSignals } from "./signals";
export { startTail, type Tail, type TailOptions } from "./tail";
export { tenantsWith } from "./tenants-with";
export type { EventFrame, EventRefs, EventType, RecordedEvent } from "./types";
