import type { NewEvent } from "@/lib/events";
import type { MergedConversation } from "./merge-conversations";

/** Two conversations became one: what that means for the one that is left, and that the other is to be seen no more. */
export function eventsOfMerged(contactId: string, merged: MergedConversation): NewEvent[] {
  const { keptId, goneId, channelId, gone, before, after } = merged;
  const refs = { contactId, channelId };
  const kept = { ...refs, conversationId: keptId, departmentId: after.departmentId };
  const previous = { previousAssigneeId: before.assigneeId, previousDepartmentId: before.departmentId };
  const events: (NewEvent | false)[] = [
    { type: "contact.changed", ...kept, payload: { mergedConversationId: goneId } },
    before.departmentId !== after.departmentId && { type: "conversation.transferred", ...kept, payload: previous },
    before.state === "queued" && after.state !== "queued" && { type: "conversation.dequeued", ...kept },
    before.assigneeId !== after.assigneeId && {
      type: "conversation.assigned",
      ...kept,
      memberId: after.assigneeId,
      payload: previous,
    },
    before.owner !== after.owner && { type: "conversation.ownerChanged", ...kept, payload: { owner: after.owner } },
    {
      type: "conversation.resolved",
      ...refs,
      conversationId: goneId,
      departmentId: gone.departmentId,
      payload: {
        mergedIntoConversationId: keptId,
        previousAssigneeId: gone.assigneeId,
        previousDepartmentId: gone.departmentId,
      },
    },
  ];
  return events.filter((event) => event !== false);
}
