import { and, eq, isNull } from "drizzle-orm";
import { mentions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";

/** What calls the asker in a conversation has been seen; their other tabs follow by the event. */
export async function readMentions(
  actor: Actor,
  { conversationId }: { conversationId: string },
): Promise<Record<string, never>> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const { contactId, channelId, departmentId } = await findConversation(tx, actor, conversationId);
    if (actor.kind !== "member") return {};
    const read = await tx
      .update(mentions)
      .set({ readAt: new Date() })
      .where(
        and(
          eq(mentions.tenantId, actor.tenantId),
          eq(mentions.memberId, actor.id),
          eq(mentions.conversationId, conversationId),
          isNull(mentions.readAt),
        ),
      )
      .returning({ noteId: mentions.noteId });
    if (read.length > 0) {
      const refs = { conversationId, contactId, channelId, departmentId, memberId: actor.id };
      await recordEvent(tx, actor, { type: "note.mentionsRead", ...refs });
    }
    return {};
  });
}
