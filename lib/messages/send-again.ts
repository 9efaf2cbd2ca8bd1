import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { ConflictError, NotFoundError } from "@/lib/errors";
import type { MessageContent } from "@/lib/whatsapp/types";
import { canSendAgain, selectMessages } from "./assemble";
import { send } from "./send";
import type { Message } from "./types";

/** Sends what failed, or what nobody confirmed, as a new message: only a person may decide to risk a second copy. */
export async function sendMessageAgain(
  actor: Actor,
  input: { conversationId: string; messageId: string; clientId: string },
): Promise<Message> {
  authorize(actor, "conversations.answer");
  const { conversationId, clientId } = input;
  const original = await findAgain(actor, input);
  const origin = { kind: "again", messageId: input.messageId } as const;
  return send(actor, { conversationId, clientId, origin, ...original });
}

async function findAgain(actor: Actor, { conversationId, messageId }: { conversationId: string; messageId: string }) {
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const [row] = await selectMessages(tx).where(
      and(
        eq(messages.tenantId, actor.tenantId),
        eq(messages.conversationId, conversationId),
        eq(messages.id, messageId),
      ),
    );
    if (!row) throw new NotFoundError("message");
    if (!canSendAgain(row)) {
      if (row.message.status === "failed") throw needsAnother();
      throw new ConflictError("This message did not fail.", {
        code: "message_not_failed",
        details: { status: row.message.status },
        nextStep: "Wait for its outcome, or write a new message.",
      });
    }
    const content = row.message.content as unknown as MessageContent;
    return { content, quotedWamid: row.message.quotedWamid };
  });
}

function needsAnother(): ConflictError {
  return new ConflictError("The same message would fail again.", {
    code: "sending_again_helps_nothing",
    nextStep: "Read why it failed, and send another message.",
  });
}
