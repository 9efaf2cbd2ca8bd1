import type { Thread } from "./thread";

/** Back to the one who had it if they are there, else to the queue. */
export function reopenThread(thread: Thread): void {
  thread.resolvedAtMs = null;
  if (thread.assigneeId !== null && thread.assigneeIsOnline) {
    thread.state = "open";
  } else {
    thread.state = "queued";
    thread.assigneeId = null;
  }
}
