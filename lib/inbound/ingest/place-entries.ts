import { newId } from "@/lib/ids";
import { type Choice, chooseConversation } from "@/lib/inbound/rules/choose-conversation";
import { nextOwner } from "@/lib/inbound/rules/next-owner";
import { reopenThread } from "@/lib/inbound/rules/reopen";
import { takeIn } from "@/lib/inbound/rules/take-in";
import type { Thread } from "@/lib/inbound/rules/thread";
import { storableText, truncate } from "@/lib/text";
import { HOUR } from "@/lib/time";
import type { ConversationContextItem, HandoverItem } from "@/lib/whatsapp/types";
import type { Entry } from "./entry";
import type { ChannelWork } from "./work";

/** The conversations of a batch: the latest of each contact, as it is while the entries come in one after the other. */
export type Threads = { latest: Map<string, Thread>; made: Set<Thread>; touched: Set<Thread> };

/** Puts an entry into the conversation where it belongs, opening or reopening one where need be. */
export function placeEntry(work: ChannelWork, threads: Threads, entry: Entry): void {
  const before = threads.latest.get(entry.contactId) ?? null;
  const wasQueued = before !== null && isQueued(before);
  const latest = before && { ...before, isResolved: before.state === "resolved" };
  const choice = chooseConversation(latest, entry, work.channel.reopenWithinHours * HOUR);
  const isNew = choice === "open" || choice === "open_resolved";
  const thread = before === null || isNew ? openThread(work, threads, entry, choice) : before;
  if (choice === "reopen") reopenThread(thread);
  const { owner, state, assigneeId } = thread;
  takeIn(thread, entry);
  entry.conversationId = thread.id;
  entry.departmentId = thread.departmentId;
  if (!threads.made.has(thread)) threads.touched.add(thread);
  if (isNew) announceOpened(work, thread);
  else if (choice === "reopen") announceReopened(work, thread);
  if (state === "snoozed" && thread.state !== "snoozed") announceWoken(work, thread, assigneeId);
  if (thread.owner !== owner && !isNew) announceOwner(work, thread);
  announceQueue(work, thread, wasQueued, state === "snoozed" ? previousOf(thread, assigneeId) : undefined);
}

/** A message that came as a copy and now comes to us: the thread is ours again, and the message waits for an answer. */
export function placeAgain(work: ChannelWork, threads: Threads, entry: Entry): void {
  const thread = threads.latest.get(entry.contactId);
  if (thread?.owner !== "other" || entry.standby || entry.direction === "out") return;
  const { state, assigneeId } = thread;
  takeIn(thread, entry);
  if (thread.owner === "other") return;
  if (state === "snoozed" && thread.state !== "snoozed") announceWoken(work, thread, assigneeId);
  if (!threads.made.has(thread)) threads.touched.add(thread);
  announceOwner(work, thread);
  announceQueue(work, thread, false, state === "snoozed" ? previousOf(thread, assigneeId) : undefined);
}

/** A hand-over is news unless something newer in the thread says otherwise. Answers whether there was a thread. */
export function placeHandover(
  work: ChannelWork,
  threads: Threads,
  item: HandoverItem,
  { atMs, contactId }: { atMs: number; contactId: string | null },
): boolean {
  const thread = threads.latest.get(contactId ?? "");
  const owner = nextOwner(item, work.channel.appId);
  if (!thread || owner === null) return false;
  if (atMs < thread.lastActivityMs) return true;
  const told = toldBy(item);
  const responder = owner === "other" ? item.newOwnerRole : null;
  if (owner === thread.owner && responder === thread.responder) {
    if (told) announceOwner(work, thread, { ...told, changes: false });
    return true;
  }
  const wasQueued = isQueued(thread);
  Object.assign(thread, { owner, responder });
  if (owner === "other") Object.assign(thread, { unreadCount: 0, waitingSinceMs: null });
  if (!threads.made.has(thread)) threads.touched.add(thread);
  announceOwner(work, thread, told);
  announceQueue(work, thread, wasQueued);
  return true;
}

/** What the responder before us understood comes beside the first message that is ours. Answers whether there was a thread. */
export function placeContext(
  work: ChannelWork,
  threads: Threads,
  { summary }: ConversationContextItem,
  contactId: string | null,
): boolean {
  const thread = threads.latest.get(contactId ?? "");
  const told = toldBy({ summary, metadata: null });
  if (!thread || !told) return false;
  announceOwner(work, thread, { ...told, changes: false });
  return true;
}

/** More than Meta lets be handed over, so that nothing of it is lost; less than would fill the log. */
const LONGEST_TOLD = 4_000;

function toldBy({ summary, metadata }: Pick<HandoverItem, "summary" | "metadata">): Record<string, string> | null {
  const told = Object.entries({ summary, metadata }).flatMap(([name, text]) =>
    text?.trim() ? [[name, truncate(storableText(text.trim()), LONGEST_TOLD)] as const] : [],
  );
  return told.length === 0 ? null : Object.fromEntries(told);
}

function openThread(work: ChannelWork, threads: Threads, entry: Entry, choice: Choice): Thread {
  const isResolved = choice === "open_resolved";
  const thread: Thread = {
    id: newId(),
    contactId: entry.contactId,
    departmentId: work.channel.departmentId,
    assigneeId: null,
    state: isResolved ? "resolved" : "queued",
    owner: entry.standby ? "other" : "us",
    responder: null,
    openedAtMs: entry.atMs,
    resolvedAtMs: isResolved ? entry.atMs : null,
    isSpam: false,
    waitingSinceMs: null,
    unreadCount: 0,
    lastActivityMs: entry.atMs,
    last: null,
    assigneeIsOnline: false,
    isRouted: false,
  };
  threads.latest.set(entry.contactId, thread);
  threads.made.add(thread);
  return thread;
}

function refsOf({ channel }: ChannelWork, { id, contactId, departmentId, assigneeId }: Thread) {
  return { conversationId: id, contactId, departmentId, memberId: assigneeId, channelId: channel.channelId };
}

function announceOpened(work: ChannelWork, thread: Thread): void {
  const payload = { state: thread.state, owner: thread.owner };
  work.events.push({ type: "conversation.opened", ...refsOf(work, thread), payload });
}

function announceReopened(work: ChannelWork, thread: Thread): void {
  const payload = { by: "contact", state: thread.state };
  work.events.push({ type: "conversation.reopened", ...refsOf(work, thread), payload });
}

function announceWoken(work: ChannelWork, thread: Thread, previousAssigneeId: string | null): void {
  const payload = { by: "contact", ...previousOf(thread, previousAssigneeId) };
  work.events.push({ type: "conversation.woken", ...refsOf(work, thread), payload });
}

function previousOf({ departmentId }: Thread, previousAssigneeId: string | null) {
  return { previousAssigneeId, previousDepartmentId: departmentId };
}

function isQueued({ state, owner }: Thread): boolean {
  return state === "queued" && owner === "us";
}

/** Whom another responder has waits for nobody here: they come into the queue, and leave it, with the thread. */
function announceQueue(work: ChannelWork, thread: Thread, wasQueued: boolean, payload?: Record<string, unknown>): void {
  if (isQueued(thread) === wasQueued) return;
  const refs = refsOf(work, thread);
  if (!wasQueued) work.events.push({ type: "conversation.queued", ...refs, ...(payload && { payload }) });
  else work.events.push({ type: "conversation.dequeued", ...refs, payload: { owner: thread.owner } });
}

function announceOwner(work: ChannelWork, thread: Thread, told: Record<string, unknown> | null = null): void {
  work.events.push({
    type: "conversation.ownerChanged",
    ...refsOf(work, thread),
    payload: { owner: thread.owner, responder: thread.responder, ...told },
  });
}
