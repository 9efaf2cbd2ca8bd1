import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { newId } from "@/lib/ids";
import { lockSendContext } from "./gate-facts";
import type { TenantSeal } from "./outbox-body";
import { askPolicyGate, type Refusal } from "./policy-gate";
import { putMessage } from "./put-message";
import type { MessageOrigin } from "./types";

type Notice = { conversationId: string; text: string; origin: MessageOrigin; seal: TenantSeal };

/**
 * A service message by the software itself, in the transaction of what it tells of; a person who waits for an answer
 * still does. Answers with the gate's refusal: then nothing is sent, and nobody is to be told.
 */
export async function sendNotice(
  tx: Transaction,
  actor: Actor,
  { conversationId, text, origin, seal }: Notice,
): Promise<Refusal | null> {
  const context = await lockSendContext(tx, { tenantId: actor.tenantId, conversationId });
  if (!context) throw new Error("A notice is for a conversation that is there.");
  const refusal = askPolicyGate(context, { kind: "free_form" }, "asking", new Date());
  if (refusal) return refusal;
  const content = { type: "text" as const, text: { body: text } };
  const message = { id: newId(), clientId: null, content, quotedWamid: null, priority: 0, origin };
  await putMessage(tx, actor, context, message, seal);
  return null;
}
