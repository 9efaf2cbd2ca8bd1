import type { Thread } from "./thread";

/** Back to the one who had it if they are there, else to the queue; where routing gives out, it decides whether they have room. */
export function reopenThread(thread: Thread): void {
  thread.resolvedAtMs = null;
  if (!thread.isRouted && thread.assigneeId !== null && thread.assigneeIsOnline) {
    thread.state = "open";
  } else {
    thread.state = "queued";
    thread.assigneeId = null;
  }
}
