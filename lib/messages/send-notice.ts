import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import type { MessageContent } from "@/lib/whatsapp/types";
import { lockSendContext } from "./gate-facts";
import type { TenantSeal } from "./outbox-body";
import { askPolicyGate, type Refusal } from "./policy-gate";
import { putMessage } from "./put-message";
import { judge } from "./template-of";
import type { MessageOrigin } from "./types";

type Notice = { conversationId: string; text: string; origin: MessageOrigin; seal: TenantSeal };

/**
 * A service message by the software itself, in the transaction of what it tells of; a person who waits for an answer
 * still does. Answers with the gate's refusal: then nothing is sent, and nobody is to be told.
 */
export async function sendNotice(tx: Transaction, actor: Actor, { text, ...rest }: Notice): Promise<Refusal | null> {
  const { refusal } = await sendBySoftware(tx, actor, { ...rest, content: { type: "text", text: { body: text } } });
  return refusal;
}

type Words = {
  conversationId: string;
  content: MessageContent;
  origin: MessageOrigin;
  seal: TenantSeal;
  /** It is about a conversation that has ended, so that being resolved is no reason not to send. */
  isAfterEnd?: boolean;
};

/** The same with anything that may be sent, such as buttons or a template. */
export async function sendBySoftware(
  tx: Transaction,
  actor: Actor,
  { conversationId, content, origin, seal, isAfterEnd = false }: Words,
): Promise<{ refusal: Refusal; messageId: null } | { refusal: null; messageId: string }> {
  const context = await lockSendContext(tx, { tenantId: actor.tenantId, conversationId });
  if (!context) throw new Error("A notice is for a conversation that is there.");
  const { intent, fillIn } = await judge(tx, context, content);
  const conversation = isAfterEnd ? { ...context.conversation, state: "open" } : context.conversation;
  const refusal = askPolicyGate({ ...context, conversation }, intent, "asking", new Date());
  if (refusal) return { refusal, messageId: null };
  const id = newId();
  await putMessage(
    tx,
    actor,
    context,
    { id, clientId: null, content: fillIn(), quotedWamid: null, priority: 0, origin },
    seal,
  );
  return { refusal: null, messageId: id };
}
