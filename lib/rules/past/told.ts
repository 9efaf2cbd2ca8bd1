import type { EventType } from "@/lib/events/types";
import type { FactValue } from "@/lib/rules/facts";

/** What can be known of a moment in the past, since the log tells of each change. */
export const pastFacts = ["assigneeId", "departmentId", "priority", "state"] as const;
export type PastFact = (typeof pastFacts)[number];

export type PastEvent = {
  type: EventType;
  memberId: string | null;
  departmentId: string | null;
  payload: Record<string, unknown>;
};

/** What a fact was just before an event and is right after it; undefined where the event leaves that open. */
export type Told = { before?: FactValue | undefined; after?: FactValue | undefined };

type Tell = (event: PastEvent) => Told | null;

/** Null for what does not concern a fact. Two conversations that became one leave all of it open. */
export function toldOf(fact: PastFact, event: PastEvent): Told | null {
  if (event.type === "contact.changed") return "mergedConversationId" in event.payload ? {} : null;
  return tellers[fact](event);
}

/** All types that tell something. */
export const tellingTypes = [
  "conversation.opened",
  "conversation.queued",
  "conversation.dequeued",
  "conversation.assigned",
  "conversation.transferred",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.labelled",
  "conversation.prioritised",
  "conversation.markedSpam",
  "conversation.unmarkedSpam",
  "contact.changed",
] as const satisfies EventType[];

const tellers: Record<PastFact, Tell> = {
  assigneeId: ({ type, memberId, payload }) => {
    const before = idIn(payload, "previousAssigneeId");
    if (type === "conversation.opened") return { after: memberId };
    if (type === "conversation.assigned") return { before, after: memberId };
    if (type === "conversation.queued") return { before, after: null };
    if (payload.by === "contact") return { before, after: memberId };
    // Whatever gives it to somebody else or to nobody is followed by what says so; but for what is taken back.
    return before === undefined ? null : { before, after: payload.undone === true ? undefined : before };
  },
  departmentId: ({ type, departmentId, payload }) => {
    if (type === "conversation.opened") return { after: departmentId };
    if (type !== "conversation.transferred") return null;
    return { before: idIn(payload, "previousDepartmentId"), after: departmentId };
  },
  priority: ({ type, payload }) => {
    if (type === "conversation.opened") return { after: "normal" };
    if (type !== "conversation.prioritised") return null;
    return { before: wordIn(payload, "previousPriority"), after: wordIn(payload, "priority") };
  },
  state: ({ type, payload }) => {
    switch (type) {
      case "conversation.opened":
        return { after: wordIn(payload, "state") };
      case "conversation.queued":
        // What somebody had put aside sleeps on when they leave.
        return payload.reason === "member_deactivated" ? {} : { after: "queued" };
      case "conversation.reopened":
        return { after: wordIn(payload, "state") ?? "open" };
      case "conversation.dequeued":
      case "conversation.woken":
        return { after: "open" };
      case "conversation.snoozed":
        return { after: "snoozed" };
      case "conversation.resolved":
      case "conversation.markedSpam":
        return { after: "resolved" };
      case "conversation.unmarkedSpam":
        return {};
      default:
        return null;
    }
  },
};

function idIn(payload: PastEvent["payload"], key: string): string | null | undefined {
  const value = payload[key];
  return value === null || typeof value === "string" ? value : undefined;
}

function wordIn(payload: PastEvent["payload"], key: string): string | undefined {
  return typeof payload[key] === "string" ? payload[key] : undefined;
}
