import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { ConflictError, InvalidError, RefusedError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { replaceUploads } from "@/lib/media";
import { tenantSealer } from "@/lib/vault";
import { type MessageContent, previewOf } from "@/lib/whatsapp/types";
import { lockSendContext, type SendContext } from "./gate-facts";
import { sealBody, type TenantSeal } from "./outbox-body";
import { uploadIdsOf, withOwnMedia } from "./own-media";
import { askPolicyGate } from "./policy-gate";
import { assembleMessage } from "./read";
import { readSendContent } from "./read-send-content";
import type { EditScheduledMessage } from "./schemas";
import { judge } from "./template-of";
import { futureTime } from "./timing";
import type { Message } from "./types";

type Input = z.output<typeof EditScheduledMessage.input>;

/** Changes what waits for its time, or the time; what has left meanwhile is a conflict. */
export async function editScheduledMessage(actor: Actor, input: Input): Promise<Message> {
  authorize(actor, "conversations.answer");
  const { conversationId, messageId } = input;
  const content =
    input.type === undefined ? null : await withOwnMedia(actor, readSendContent({ ...input, type: input.type }));
  const at = input.sendAt === undefined ? null : laterTime(input.sendAt);
  const seal = await tenantSealer(actor.tenantId);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const context = await lockSendContext(tx, { tenantId: actor.tenantId, conversationId });
    const before = await assembleMessage(tx, actor, conversationId, messageId);
    if (!context || !(await lockScheduled(tx, actor, messageId))) throw notScheduled(before);
    if (content) await replaceContent(tx, context, { messageId, content, quoted: before.quoted }, seal);
    if (at) await move(tx, actor, messageId, at);
    const { contactId, channelId, departmentId } = context;
    await recordEvent(tx, actor, {
      type: "message.scheduled",
      ...{ conversationId, contactId, channelId, departmentId, messageId },
      payload: { type: content?.type ?? before.type, clientId: before.clientId },
    });
    return assembleMessage(tx, actor, conversationId, messageId);
  });
}

export function notScheduled({ status }: Message): ConflictError {
  return new ConflictError("This message waits for no time any more.", {
    code: "message_not_scheduled",
    details: { status },
    nextStep: "Look in the thread what became of it.",
  });
}

function laterTime(sendAt: string): Date {
  const at = futureTime(sendAt, new Date());
  if (at) return at;
  throw new InvalidError("This time is over.", {
    code: "time_is_over",
    fields: [{ path: "sendAt", message: "should be later than now" }],
  });
}

async function lockScheduled(tx: Transaction, { tenantId }: Actor, messageId: string): Promise<boolean> {
  const { rowCount } = await tx.$client.query(
    "select from outbox where tenant_id = $1 and message_id = $2 and state = 'scheduled' for update",
    [tenantId, messageId],
  );
  return rowCount === 1;
}

type Replacement = { messageId: string; content: MessageContent; quoted: Message["quoted"] };

async function replaceContent(
  tx: Transaction,
  context: SendContext,
  { messageId, content, quoted }: Replacement,
  seal: TenantSeal,
): Promise<void> {
  const { tenantId } = context;
  const { intent, fillIn } = await judge(tx, context, content);
  const refusal = askPolicyGate(context, intent, "asking", new Date());
  if (refusal) throw new RefusedError(refusal.reason, refusal);
  const filled = fillIn();
  await tx
    .update(messages)
    .set({ type: filled.type, content: filled as Record<string, unknown>, preview: previewOf(filled) })
    .where(and(eq(messages.tenantId, tenantId), eq(messages.id, messageId)));
  await replaceUploads(tx, { ...context, id: messageId }, uploadIdsOf(filled));
  const bodySealed = sealBody(seal, messageId, { content: filled, quotedWamid: quoted?.wamid ?? null });
  await tx.$client.query("update outbox set body_sealed = $3 where tenant_id = $1 and message_id = $2", [
    tenantId,
    messageId,
    bodySealed,
  ]);
}

async function move(tx: Transaction, { tenantId }: Actor, messageId: string, at: Date): Promise<void> {
  await tx.$client.query("update outbox set not_before = $3 where tenant_id = $1 and message_id = $2", [
    tenantId,
    messageId,
    at,
  ]);
  await tx
    .update(messages)
    .set({ scheduledFor: at })
    .where(and(eq(messages.tenantId, tenantId), eq(messages.id, messageId)));
}
