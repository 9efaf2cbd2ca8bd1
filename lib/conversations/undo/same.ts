import type { ConversationFacts } from "@/lib/conversations/types";

/** Whether nobody has changed a conversation meanwhile. That the customer wrote in it is no change of ours. */
export function isAsLeft(now: ConversationFacts, left: ConversationFacts): boolean {
  return (
    now.state === left.state &&
    now.assigneeId === left.assigneeId &&
    now.departmentId === left.departmentId &&
    now.snoozedUntil === left.snoozedUntil &&
    now.priority === left.priority &&
    now.spamAt === left.spamAt &&
    now.labelIds.length === left.labelIds.length &&
    now.labelIds.every((id) => left.labelIds.includes(id))
  );
}
