/** What happens, on the screen at once: events for each member's sockets and API as far as they may see. */
export { listEvents } from "./list-events";
export { readPresent } from "./read-present";
export { type Realtime, SOCKET_PATH, startRealtime } from "./server";
