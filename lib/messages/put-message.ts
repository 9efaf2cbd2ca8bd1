import { onCommit, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { decideGiven, keepDecisions, type Told, windowClosesAt } from "@/lib/conversations";
import { recordEvents } from "@/lib/events";
import { attachUploads } from "@/lib/media";
import { DAY, SECOND } from "@/lib/time";
import { type MessageContent, previewOf } from "@/lib/whatsapp/types";
import type { SendContext } from "./gate-facts";
import { sealBody, type TenantSeal } from "./outbox-body";
import { uploadIdsOf } from "./own-media";
import { putOurReaction } from "./reactions";
import type { MessageOrigin } from "./types";
import { wakeSending } from "./wake-sending";
import { type MessageRow, writeMessage } from "./write-message";

export type NewMessage = {
  id: string;
  clientId: string | null;
  content: MessageContent;
  quotedWamid: string | null;
  priority: number;
  timing?: Timing;
  origin?: MessageOrigin | undefined;
};

/** Kept back for some seconds, so that it can be taken back; or written now for a later time. */
export type Timing = { kind: "now" } | { kind: "held"; until: Date } | { kind: "later"; at: Date };

/** What nobody knows yet of a message that was just written. */
const unknown = {
  wamid: null,
  acceptedAt: null,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  playedAt: null,
  failedAt: null,
  errorCode: null,
  error: null,
  pricing: null,
  editedAt: null,
  revokedAt: null,
  scheduledFor: null,
  departure: null,
  cleaned: false,
} satisfies Partial<MessageRow>;

/**
 * Writes the message, its place in the outbox and what it means for the conversation. The caller holds the lock on the
 * conversation. Answers null when the client's id was used already.
 */
export async function putMessage(
  tx: Transaction,
  actor: Actor,
  context: SendContext,
  { priority, timing = { kind: "now" }, origin, ...message }: NewMessage,
  seal: TenantSeal,
): Promise<MessageRow | null> {
  const { tenantId, conversationId, contactId, channelId } = context;
  const { id, content, quotedWamid } = message;
  const at = placeInThread(context.lastMessageAt, Date.now());
  const row: MessageRow = {
    ...unknown,
    ...authorOf(actor),
    ...message,
    ...{ tenantId, conversationId, contactId, channelId, at, arrivedAt: at },
    direction: "out",
    type: content.type,
    content: content as Record<string, unknown>,
    preview: previewOf(content),
    origin: origin ?? null,
    status: timing.kind === "later" ? "scheduled" : "queued",
    scheduledFor: timing.kind === "later" ? timing.at : null,
  };
  const isReaction = content.type === "reaction";
  // What is written for later says nothing yet, so it changes nothing in its conversation.
  const isSilent = isReaction || timing.kind === "later";
  const claimedBy = !isSilent && claims(actor, context) ? actor.id : null;
  const bodySealed = sealBody(seal, id, { content, quotedWamid });
  const leaving = { bodySealed, priority, notBefore: notBeforeOf(timing), expiresAt: expiryOf(context, content, at) };
  const touch = isSilent ? null : { claimedBy, isAnswer: actor.kind !== "system" };
  const decided = claimedBy ? await decideAnswered(tx, actor, context, { memberId: claimedBy, origin, now: at }) : [];
  if (!(await writeMessage(tx, row, leaving, touch))) return null;
  const [told] = await keepDecisions(tx, actor, decided, at);
  await attachUploads(tx, row, uploadIdsOf(content));
  if (isReaction) await putOurReaction(tx, context, content.reaction, at);
  await recordEvents(tx, actor, eventsOf(context, row, claimedBy, told));
  onCommit(tx, wakeSending);
  return row;
}

/** What Meta's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 5 * SECOND;

/** After the message it answers, also where Meta's clock is ahead or two were written in one millisecond. */
export function placeInThread(lastMessageAt: Date | null, nowMs: number): Date {
  const lastMs = lastMessageAt?.getTime() ?? 0;
  return new Date(lastMs >= nowMs && lastMs - nowMs <= CLOCK_SKEW_MS ? lastMs + 1 : nowMs);
}

function notBeforeOf(timing: Timing): Date | null {
  if (timing.kind === "now") return null;
  return timing.kind === "held" ? timing.until : timing.at;
}

function authorOf(actor: Actor): { author: "member" | "api" | "system"; authorId: string | null } {
  if (actor.kind === "member") return { author: "member", authorId: actor.id };
  if (actor.kind === "api_key") return { author: "api", authorId: actor.id };
  return { author: "system", authorId: null };
}

/** Nothing free-form may leave after its window, and nothing at all a day after it was asked for. */
export function expiryOf({ windowOpenedAt }: SendContext, content: { type: string }, at: Date): Date {
  const free = content.type !== "template" && windowOpenedAt !== null;
  return free ? windowClosesAt(windowOpenedAt) : new Date(at.getTime() + DAY);
}

/** A member who answers where nobody is in charge takes the conversation. */
function claims(actor: Actor, { assigneeId }: SendContext): boolean {
  return actor.kind === "member" && assigneeId === null;
}

type Claim = { memberId: string; origin: MessageOrigin | undefined; now: Date };

/** Looked at before the answer is written: by then the customer waits no more. */
function decideAnswered(tx: Transaction, actor: Actor, context: SendContext, { memberId, origin, now }: Claim) {
  const { conversationId, departmentId } = context;
  const through = origin?.kind === "macro" ? origin : null;
  return decideGiven(tx, actor, [{ conversationId, departmentId, memberId, way: "answered", through }], now);
}

function eventsOf(
  context: SendContext,
  { id, type, clientId, status }: MessageRow,
  claimedBy: string | null,
  told: Told | undefined,
) {
  const { conversationId, contactId, channelId, departmentId } = context;
  const refs = { conversationId, contactId, channelId, departmentId };
  const leftQueue = claimedBy !== null && context.conversation.state === "queued";
  const previous = { previousAssigneeId: null, previousDepartmentId: departmentId, ...told };
  return [
    ...(leftQueue ? [{ type: "conversation.dequeued" as const, ...refs }] : []),
    ...(claimedBy ? [{ type: "conversation.assigned" as const, ...refs, memberId: claimedBy, payload: previous }] : []),
    {
      type: status === "scheduled" ? ("message.scheduled" as const) : ("message.queued" as const),
      ...refs,
      messageId: id,
      payload: { type, clientId },
    },
  ];
}
