/** Queues as people watch them: the wallboard, who is next in line, and an agent's own day. It reads, and decides nothing. */
export { listQueue } from "./list-queue";
export { readDay } from "./read-day";
export { readWallboard } from "./read-wallboard";
export { listRecentWaits } from "./waits";
