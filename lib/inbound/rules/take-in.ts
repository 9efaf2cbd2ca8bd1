import type { Thread, ThreadEntry } from "./thread";

/** What an entry means for the conversation it goes into: who owns it, whether it wakes and somebody waits, what is the last message. */
export function takeIn(thread: Thread, entry: ThreadEntry): void {
  takeOwner(thread, entry);
  wakeBy(thread, entry);
  takeAttention(thread, entry);
  takeActivity(thread, entry);
}

/** The newest sign decides: a copy in standby says that another responder has the thread, a direct message that we have. */
function takeOwner(thread: Thread, { atMs, standby, author, direction }: ThreadEntry): void {
  if (author === "system" || atMs < thread.lastActivityMs) return;
  if (standby) {
    if (thread.owner === "us") thread.responder = null;
    thread.owner = "other";
    thread.unreadCount = 0;
    thread.waitingSinceMs = null;
  } else if (direction === "in") {
    thread.owner = "us";
    thread.responder = null;
  }
}

/** A snooze ends as soon as the customer writes: back to whoever has it, else to the queue, from which routing gives it out. */
function wakeBy(thread: Thread, { wish, standby }: ThreadEntry): void {
  if (thread.state !== "snoozed" || wish !== "answer" || standby || thread.owner === "other") return;
  if (thread.isRouted) thread.assigneeId = null;
  thread.state = thread.assigneeId === null ? "queued" : "open";
}

function takeAttention(thread: Thread, { atMs, standby, author, wish }: ThreadEntry): void {
  if (standby || thread.owner === "other" || thread.isSpam) return;
  if (wish === "answer") {
    thread.unreadCount += 1;
    const wasAnswered = thread.waitingSinceMs === null && thread.last?.direction === "out" && thread.last.atMs > atMs;
    if (!wasAnswered) thread.waitingSinceMs = Math.min(thread.waitingSinceMs ?? atMs, atMs);
  } else if (author === "phone_app" && (thread.waitingSinceMs ?? 0) <= atMs) {
    thread.unreadCount = 0;
    thread.waitingSinceMs = null;
  }
}

/** A system note is the last message only where there is no other: it would hide what the customer said. */
function takeActivity(thread: Thread, { id, atMs, direction, author }: ThreadEntry): void {
  if (author === "system" && thread.last !== null) return;
  thread.lastActivityMs = Math.max(thread.lastActivityMs, atMs);
  const isLast = thread.last === null || atMs > thread.last.atMs || (atMs === thread.last.atMs && id > thread.last.id);
  if (isLast) thread.last = { id, atMs, direction };
}
