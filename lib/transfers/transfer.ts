import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { handOver, readSummary } from "@/lib/conversations";
import type { ConversationSummary } from "@/lib/conversations/types";
import { putNote } from "@/lib/notes";
import type { TransferConversation } from "./schemas";

type Input = z.output<typeof TransferConversation.input>;

/** To a member it is theirs and the note calls them; to a department it waits in its queue. */
export async function transferConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.assign");
  const { conversationId, memberId, departmentId, note, expectedAssigneeId, undoId } = input;
  return withTenant(actor, async (tx) => {
    const target = { assigneeId: memberId ?? null, departmentId };
    const { after } = await handOver(tx, actor, { conversationId, ...target, expectedAssigneeId, undoId });
    if (note) await putNote(tx, actor, after, { body: note, mentionIds: memberId ? [memberId] : [] });
    return readSummary(tx, actor, conversationId);
  });
}
