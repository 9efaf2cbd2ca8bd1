import type { NewEvent } from "@/lib/events";
import type { ConversationRow } from "./find";

type Told = Record<string, unknown>;

/**
 * What happened to a conversation, from what it was and what it is. `told` is what the events say beside that: who
 * woke it, that it was taken back.
 */
export function eventsBetween(before: ConversationRow, after: ConversationRow, told: Told = {}): NewEvent[] {
  const refs = {
    conversationId: after.id,
    contactId: after.contactId,
    channelId: after.channelId,
    departmentId: after.departmentId,
  };
  // Whoever could see it before and cannot any more is told so by these.
  const previous = { previousAssigneeId: before.assigneeId, previousDepartmentId: before.departmentId };
  const payload = { ...previous, ...told };
  const moved = before.departmentId !== after.departmentId;
  const handed = before.assigneeId !== after.assigneeId && after.assigneeId !== null;
  const events: (NewEvent | false | undefined)[] = [
    moved && { type: "conversation.transferred", ...refs, payload },
    ...stateEvents(before, after, payload).map((event) => ({ ...refs, ...event })),
    handed && { type: "conversation.assigned", ...refs, memberId: after.assigneeId, payload },
    before.priority !== after.priority && {
      type: "conversation.prioritised",
      ...refs,
      payload: { priority: after.priority, previousPriority: before.priority, ...told },
    },
  ];
  return events.filter((event) => event !== false && event !== undefined);
}

type StateEvent = Pick<NewEvent, "type" | "payload">;

function stateEvents(before: ConversationRow, after: ConversationRow, payload: Told): StateEvent[] {
  const [was, is] = [before.state, after.state];
  if (before.spamAt === null && after.spamAt !== null) return [{ type: "conversation.markedSpam", payload }];
  const events: StateEvent[] = [];
  if (before.spamAt !== null && after.spamAt === null) events.push({ type: "conversation.unmarkedSpam", payload });
  else if (was === "resolved" && is !== "resolved") events.push({ type: "conversation.reopened", payload });
  if (was !== "resolved" && is === "resolved") {
    events.push({ type: "conversation.resolved", payload: { ...payload, reason: after.closingReason } });
  }
  if (was === "snoozed" && (is === "open" || is === "queued")) events.push({ type: "conversation.woken", payload });
  if (is === "snoozed" && (was !== "snoozed" || !sameTime(before.snoozedUntil, after.snoozedUntil))) {
    const until = after.snoozedUntil?.toISOString() ?? null;
    events.push({ type: "conversation.snoozed", payload: { ...payload, until } });
  }
  if (was === "queued" && is === "open") events.push({ type: "conversation.dequeued", payload });
  if (was !== "queued" && is === "queued") events.push({ type: "conversation.queued", payload });
  return events;
}

function sameTime(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
