import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { ConflictError, InvalidError, NotFoundError, RefusedError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { tenantSealer } from "@/lib/vault";
import type { MessageContent } from "@/lib/whatsapp/types";
import { assembleFresh } from "./assemble";
import { lockSendContext } from "./gate-facts";
import type { TenantSeal } from "./outbox-body";
import { withOwnMedia } from "./own-media";
import { askPolicyGate } from "./policy-gate";
import { putMessage, type Timing } from "./put-message";
import { assembleMessage } from "./read";
import { readSendContent } from "./read-send-content";
import type { SendMessage } from "./schemas";
import { judge } from "./template-of";
import { refuseTooMany, timingOf } from "./timing";
import type { Message, MessageOrigin } from "./types";

type SendInput = z.output<typeof SendMessage.input>;

/**
 * Puts a message in the outbox, from where the send loop takes it. A repeated `clientId` answers with the first message,
 * also when both come at once.
 *
 * @throws {RefusedError} with the rule of the policy gate that said no
 */
export async function sendMessage(
  actor: Actor,
  input: SendInput,
  { origin }: { origin?: MessageOrigin } = {},
): Promise<Message> {
  authorize(actor, "conversations.answer");
  const content = await withOwnMedia(actor, readSendContent(input));
  const timing = timingOf(input, new Date());
  return send(actor, { ...input, content, timing, origin, quotedWamid: input.context?.message_id ?? null });
}

type Send = {
  conversationId: string;
  clientId: string;
  content: MessageContent;
  quotedWamid: string | null;
  timing?: Timing;
  origin?: MessageOrigin | undefined;
};

/** The common part of sending and sending again; the caller has authorised the actor. */
export async function send(actor: Actor, message: Send): Promise<Message> {
  const seal = await tenantSealer(actor.tenantId);
  return withTenant(actor, (tx) => sendIn(tx, actor, { ...message, seal }));
}

/** The same in a transaction that is open: what else it does stands or falls with the send. */
export async function sendIn(
  tx: Transaction,
  actor: Actor,
  {
    conversationId,
    clientId,
    content,
    quotedWamid,
    timing = { kind: "now" },
    origin,
    seal,
  }: Send & { seal: TenantSeal },
): Promise<Message> {
  await findConversation(tx, actor, conversationId);
  const earlier = await findByClientId(tx, actor, conversationId, clientId);
  if (earlier) return assembleMessage(tx, actor, conversationId, earlier);
  const context = await lockSendContext(tx, { tenantId: actor.tenantId, conversationId });
  if (!context) throw new NotFoundError("conversation");
  const leavesAt = timing.kind === "later" ? timing.at : undefined;
  const { intent, fillIn } = await judge(tx, context, content, leavesAt);
  const refusal = askPolicyGate(context, intent, "asking", new Date());
  if (refusal) throw new RefusedError(refusal.reason, refusal);
  const target = content.type === "reaction" ? content.reaction.message_id : quotedWamid;
  if (target !== null) await findTarget(tx, context, target);
  if (timing.kind === "later") await refuseTooMany(tx, context);
  const message = { id: newId(), clientId, content: fillIn(), quotedWamid, priority: 0, timing, origin };
  const written = await putMessage(tx, actor, context, message, seal);
  if (written) return assembleFresh(tx, actor, written, timing.kind === "held" ? timing.until : null);
  const first = await findByClientId(tx, actor, conversationId, clientId);
  if (!first) throw new ConflictError("Two sends with one clientId met; send it again.", { code: "client_id_race" });
  return assembleMessage(tx, actor, conversationId, first);
}

async function findByClientId(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
  clientId: string,
): Promise<string | null> {
  const { rows } = await tx.$client.query<{ id: string; conversationId: string }>({
    name: "find_by_client_id",
    text: `select id, conversation_id as "conversationId" from messages where tenant_id = $1 and client_id = $2`,
    values: [actor.tenantId, clientId],
  });
  const [row] = rows;
  if (row && row.conversationId !== conversationId) {
    throw new ConflictError("This clientId belongs to a message of another conversation.", {
      code: "client_id_taken",
      nextStep: "Use a fresh UUID for each message.",
    });
  }
  return row?.id ?? null;
}

/** Quotes and reactions stay with this customer on this number. */
async function findTarget(
  tx: Transaction,
  { tenantId, channelId, contactId }: { tenantId: string; channelId: string; contactId: string },
  wamid: string,
): Promise<void> {
  const [target] = await tx
    .select({ type: messages.type })
    .from(messages)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.channelId, channelId),
        eq(messages.wamid, wamid),
        eq(messages.contactId, contactId),
      ),
    );
  if (target && target.type !== "reaction") return;
  throw new InvalidError("The message that this one refers to is not in this thread.", {
    code: "unknown_message_reference",
    fields: [{ path: "message_id", message: "should be the wamid of a message of this contact" }],
  });
}
