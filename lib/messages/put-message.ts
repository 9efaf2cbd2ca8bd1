import { eq, sql } from "drizzle-orm";
import { conversations, messages, outbox } from "@/db/schema";
import { onCommit, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { windowClosesAt } from "@/lib/conversations";
import { recordEvents } from "@/lib/events";
import { DAY, SECOND } from "@/lib/time";
import { type MessageContent, previewOf } from "@/lib/whatsapp/types";
import type { SendContext } from "./gate-facts";
import { sealBody, type TenantSeal } from "./outbox-body";
import { putOurReaction } from "./reactions";
import { wakeSending } from "./wake-sending";

type MessageRow = typeof messages.$inferSelect;

export type NewMessage = {
  id: string;
  clientId: string | null;
  content: MessageContent;
  quotedWamid: string | null;
  /** Agent 0, bot 1, broadcast 2. */
  priority: number;
};

/**
 * Writes the message, its place in the outbox and what it means for the conversation. The caller holds the lock on the
 * conversation. Answers null when the client's id was used already.
 */
export async function putMessage(
  tx: Transaction,
  actor: Actor,
  context: SendContext,
  message: NewMessage,
  seal: TenantSeal,
): Promise<MessageRow | null> {
  const { tenantId, conversationId, contactId, channelId } = context;
  const { id, clientId, content, quotedWamid, priority } = message;
  const at = placeInThread(context.lastMessageAt, Date.now());
  const place = { tenantId, conversationId, contactId, channelId };
  const [written] = await tx
    .insert(messages)
    .values({
      ...place,
      ...authorOf(actor),
      id,
      clientId,
      quotedWamid,
      at,
      direction: "out",
      type: content.type,
      content: content as Record<string, unknown>,
      preview: previewOf(content),
      status: "queued",
    })
    .onConflictDoNothing({ target: [messages.tenantId, messages.clientId], where: sql`client_id is not null` })
    .returning();
  if (!written) return null;
  const bodySealed = sealBody(seal, id, { content, quotedWamid });
  await tx
    .insert(outbox)
    .values({ ...place, messageId: id, priority, bodySealed, expiresAt: expiryOf(context, content, at) });
  if (content.type === "reaction") await putOurReaction(tx, context, content.reaction, at);
  else await touchConversation(tx, actor, context, id, at);
  await recordEvents(tx, actor, eventsOf(actor, context, message));
  onCommit(tx, wakeSending);
  return written;
}

/** What Meta's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * SECOND;

/** After the message it answers, also where Meta's clock is ahead or two were written in one millisecond. */
function placeInThread(lastMessageAt: Date | null, nowMs: number): Date {
  const lastMs = lastMessageAt?.getTime() ?? 0;
  return new Date(lastMs >= nowMs && lastMs - nowMs <= CLOCK_SKEW_MS ? lastMs + 1 : nowMs);
}

function authorOf(actor: Actor): { author: "member" | "api" | "system"; authorId: string | null } {
  if (actor.kind === "member") return { author: "member", authorId: actor.id };
  if (actor.kind === "api_key") return { author: "api", authorId: actor.id };
  return { author: "system", authorId: null };
}

/** Nothing free-form may leave after its window, and nothing at all a day after it was asked for. */
function expiryOf({ windowOpenedAt }: SendContext, content: MessageContent, at: Date): Date {
  const free = content.type !== "template" && windowOpenedAt !== null;
  return free ? windowClosesAt(windowOpenedAt) : new Date(at.getTime() + DAY);
}

/** A member who answers where nobody is in charge takes the conversation. */
function claims(actor: Actor, { assigneeId }: SendContext): boolean {
  return actor.kind === "member" && assigneeId === null;
}

async function touchConversation(tx: Transaction, actor: Actor, context: SendContext, messageId: string, at: Date) {
  const claimed = claims(actor, context) ? { assigneeId: actor.id, state: "open" as const } : {};
  await tx
    .update(conversations)
    .set({
      ...claimed,
      lastMessageId: messageId,
      lastActivityAt: sql`greatest(${conversations.lastActivityAt}, ${at.toISOString()}::timestamptz)`,
      waitingSince: null,
      unreadCount: 0,
    })
    .where(sql`${eq(conversations.tenantId, context.tenantId)} and ${eq(conversations.id, context.conversationId)}`);
}

function eventsOf(actor: Actor, context: SendContext, { id, clientId, content }: NewMessage) {
  const { conversationId, contactId, channelId, departmentId } = context;
  const refs = { conversationId, contactId, channelId, departmentId };
  const takes = content.type !== "reaction" && claims(actor, context);
  const previous = { previousAssigneeId: null, previousDepartmentId: departmentId };
  return [
    ...(takes && context.conversation.state === "queued" ? [{ type: "conversation.dequeued" as const, ...refs }] : []),
    ...(takes ? [{ type: "conversation.assigned" as const, ...refs, memberId: actor.id, payload: previous }] : []),
    { type: "message.queued" as const, ...refs, messageId: id, payload: { type: content.type, clientId } },
  ];
}
