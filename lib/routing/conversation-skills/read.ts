import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";

export async function readConversationSkills(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<{ skillIds: string[] }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const { skillIds } = await findConversation(tx, actor, conversationId);
    return { skillIds };
  });
}
