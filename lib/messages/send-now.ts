import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { NotFoundError, RefusedError } from "@/lib/errors";
import type { MessageContent } from "@/lib/whatsapp/types";
import { notScheduled } from "./edit-scheduled";
import { lockSendContext } from "./gate-facts";
import { askPolicyGate } from "./policy-gate";
import { assembleMessage } from "./read";
import { releaseMessage } from "./release";
import { judge } from "./template-of";
import type { Message } from "./types";

type Input = { conversationId: string; messageId: string };

/** @throws {RefusedError} where the gate says no: the message goes on waiting for its time */
export async function sendScheduledMessageNow(actor: Actor, input: Input): Promise<Message> {
  authorize(actor, "conversations.answer");
  const { conversationId, messageId } = input;
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const context = await lockSendContext(tx, { tenantId: actor.tenantId, conversationId });
    if (!context) throw new NotFoundError("conversation");
    const message = await assembleMessage(tx, actor, conversationId, messageId);
    const { intent } = await judge(tx, context, { ...message.content, type: message.type } as MessageContent);
    const refusal = askPolicyGate(context, intent, "asking", new Date());
    if (refusal) throw new RefusedError(refusal.reason, refusal);
    if (!(await releaseMessage(tx, actor, input, { early: true, context }))) throw notScheduled(message);
    return assembleMessage(tx, actor, conversationId, messageId);
  });
}
