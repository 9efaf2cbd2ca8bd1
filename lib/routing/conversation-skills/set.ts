import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { changeConversation, findConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { refuseUnknownSkills } from "@/lib/members";

type Input = { conversationId: string; skillIds: string[] };

/** Whoever gets it from now on has these; whoever has it keeps it. */
export async function setConversationSkills(actor: Actor, input: Input): Promise<{ skillIds: string[] }> {
  authorize(actor, "conversations.answer");
  const { conversationId } = input;
  return withTenant(actor, async (tx) => {
    const before = await findConversation(tx, actor, conversationId, { lock: true });
    const skillIds = await refuseUnknownSkills(tx, actor, input.skillIds);
    await changeConversation(tx, actor, before, { skillIds });
    const { contactId, channelId, departmentId } = before;
    await recordEvent(tx, actor, {
      type: "conversation.skillsChanged",
      ...{ conversationId, contactId, channelId, departmentId },
      payload: { skillIds },
    });
    return { skillIds };
  });
}
