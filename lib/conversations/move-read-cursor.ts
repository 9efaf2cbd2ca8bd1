import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { findConversation } from "./find";
import { readSummary } from "./read";
import type { MoveReadCursor } from "./schemas";
import type { ConversationSummary } from "./types";

/** A member has seen everything up to this message; what they saw later already stays seen. Told to them alone. */
export async function moveReadCursor(
  actor: Actor,
  { conversationId, messageId }: z.output<typeof MoveReadCursor.input>,
): Promise<ConversationSummary> {
  authorize(actor, "conversations.read");
  if (actor.kind !== "member") {
    throw new ForbiddenError("An API key reads nothing.", { code: "members_only", nextStep: "Sign in as a member." });
  }
  return withTenant(actor, async (tx) => {
    const { id, tenantId } = await findConversation(tx, actor, conversationId);
    const [message] = await tx
      .select({ at: messages.at })
      .from(messages)
      .where(and(eq(messages.tenantId, tenantId), eq(messages.conversationId, id), eq(messages.id, messageId)));
    if (!message) throw new NotFoundError("message");
    const { rowCount } = await tx.$client.query(
      `insert into read_cursors as r (tenant_id, member_id, conversation_id, read_up_to) values ($1, $2, $3, $4)
       on conflict (tenant_id, member_id, conversation_id) do update set read_up_to = excluded.read_up_to
         where excluded.read_up_to > r.read_up_to`,
      [tenantId, actor.id, id, message.at],
    );
    if (rowCount === 1) {
      await recordEvent(tx, actor, { type: "conversation.seen", conversationId: id, memberId: actor.id });
    }
    return readSummary(tx, actor, id);
  });
}
