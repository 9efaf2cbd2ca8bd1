import { and, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { apiKeys, contacts, media, members, messages, outbox, reactions } from "@/db/schema";
import { inOneTrip, type Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { displayName } from "@/lib/contacts";
import { wordsOfFailure } from "@/lib/media/types";
import { failureOf } from "./failure";
import { gistOfStored } from "./gist";
import { uploadIdsOf } from "./own-media";
import { sendAgainHelps } from "./send-again-helps";
import { isDeliveredAfterFailure } from "./shown-status";
import { type Message, type MessageMedia, visibleStatus } from "./types";

const { tenantId, id, channelId, wamid } = messages;

/** The query behind a thread and a single message; callers add conditions, order and limit. */
export function selectMessages(tx: Transaction) {
  return tx
    .select({
      message: getTableColumns(messages),
      memberName: members.name,
      keyName: apiKeys.name,
      contact: { name: contacts.name, profileName: contacts.profileName, username: contacts.username },
      isInOutbox: sql<boolean>`${outbox.messageId} is not null`,
      heldUntil: sql<Date | null>`case when ${outbox.state} = 'queued' and ${outbox.attempts} = 0
        and ${outbox.notBefore} > now() then ${outbox.notBefore} end`.mapWith(
        (value: string): Date | null => new Date(value),
      ),
    })
    .from(messages)
    .innerJoin(contacts, and(eq(contacts.tenantId, tenantId), eq(contacts.id, messages.contactId)))
    .leftJoin(members, and(eq(members.tenantId, tenantId), eq(members.id, messages.authorId)))
    .leftJoin(apiKeys, and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, messages.authorId)))
    .leftJoin(outbox, and(eq(outbox.tenantId, tenantId), eq(outbox.messageId, id)))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectMessages>>[number];

/** A message written a moment ago: nothing hangs on it yet but what it quotes and the files it carries. */
export async function assembleFresh(
  tx: Transaction,
  actor: Actor,
  message: Row["message"],
  heldUntil: Date | null,
): Promise<Message> {
  const contact = { name: null, profileName: null, username: null };
  const row = { message, memberName: actor.name, keyName: actor.name, contact, isInOutbox: true, heldUntil };
  const carried = uploadIdsOf(message.content).length > 0 ? await selectMedia(tx, actor.tenantId, [row]) : [];
  return toMessage(row, { quoted: await selectQuoted(tx, actor.tenantId, [row]), reactions: [], media: carried });
}

type Around = { quoted: Quoted[]; reactions: Reaction[]; media: Media[] };

/** Adds to rows of one tenant what hangs on them: quotes, reactions and media, each in one statement. */
export async function assembleMessages(tx: Transaction, tenant: string, rows: Row[]): Promise<Message[]> {
  if (rows.length === 0) return [];
  const [quoted, reacted, carried] = await inOneTrip(
    selectQuoted(tx, tenant, rows),
    selectReactions(tx, tenant, rows),
    selectMedia(tx, tenant, rows),
  );
  return rows.map((row) => toMessage(row, { quoted, reactions: reacted, media: carried }));
}

async function selectQuoted(tx: Transaction, tenant: string, rows: Row[]) {
  const wanted = rows.map(({ message }) => message.quotedWamid).filter((quoted) => quoted !== null);
  if (wanted.length === 0) return [];
  return tx
    .select({
      id,
      conversationId: messages.conversationId,
      channelId,
      wamid,
      preview: messages.preview,
      type: messages.type,
      content: messages.content,
      direction: messages.direction,
      revokedAt: messages.revokedAt,
    })
    .from(messages)
    .where(and(eq(tenantId, tenant), inChannels(channelId, rows), inArray(wamid, wanted)));
}

async function selectReactions(tx: Transaction, tenant: string, rows: Row[]) {
  const wanted = rows.map(({ message }) => message.wamid).filter((each) => each !== null);
  if (wanted.length === 0) return [];
  return tx
    .select({
      channelId: reactions.channelId,
      targetWamid: reactions.targetWamid,
      contactId: reactions.contactId,
      author: reactions.author,
      emoji: reactions.emoji,
    })
    .from(reactions)
    .where(
      and(
        eq(reactions.tenantId, tenant),
        inChannels(reactions.channelId, rows),
        inArray(reactions.targetWamid, wanted),
        sql`${reactions.emoji} <> ''`,
      ),
    )
    .orderBy(reactions.author);
}

async function selectMedia(tx: Transaction, tenant: string, rows: Row[]) {
  const ids = rows.map(({ message }) => message.id);
  return tx
    .select({
      id: media.id,
      messageId: media.messageId,
      uploadId: media.uploadId,
      state: media.state,
      failure: media.failure,
      type: media.type,
      declaredType: media.declaredType,
      sizeBytes: media.sizeBytes,
      filename: media.filename,
    })
    .from(media)
    .where(and(eq(media.tenantId, tenant), inArray(media.messageId, ids)))
    .orderBy(media.id);
}

type Quoted = Awaited<ReturnType<typeof selectQuoted>>[number];
type Reaction = Awaited<ReturnType<typeof selectReactions>>[number];
type Media = Awaited<ReturnType<typeof selectMedia>>[number];

function inChannels(column: typeof messages.channelId | typeof reactions.channelId, rows: Row[]): SQL {
  return inArray(column, [...new Set(rows.map(({ message }) => message.channelId))]);
}

function toMessage(row: Row, around: Around): Message {
  const { message } = row;
  // A deleted message leaves a stub: that it was there, not what it said.
  const isRevoked = message.revokedAt !== null;
  return {
    id: message.id,
    conversationId: message.conversationId,
    direction: message.direction,
    author: { kind: message.author, id: message.authorId, name: authorName(row) },
    type: message.type,
    content: isRevoked ? {} : message.content,
    text: isRevoked ? "" : message.preview,
    gist: gistOfStored(message),
    status: visibleStatus(message.status),
    deliveredAfterFailure: isDeliveredAfterFailure(message),
    failure: message.status === "failed" ? failureOf(message) : null,
    canSendAgain: canSendAgain(row),
    at: message.at.toISOString(),
    acceptedAt: iso(message.acceptedAt),
    sentAt: iso(message.sentAt),
    deliveredAt: iso(message.deliveredAt),
    readAt: iso(message.readAt),
    playedAt: iso(message.playedAt),
    failedAt: iso(message.failedAt),
    editedAt: iso(message.editedAt),
    revokedAt: iso(message.revokedAt),
    wamid: message.wamid,
    clientId: message.clientId,
    quoted: quotedOf(message, around.quoted),
    reactions: around.reactions
      .filter((each) => each.targetWamid === message.wamid && each.channelId === message.channelId)
      .map(({ author, emoji }) => ({ author, emoji })),
    media: isRevoked ? [] : around.media.filter((each) => each.messageId === message.id).map(toMedia),
    pricing: message.pricing,
    scheduledFor: iso(message.scheduledFor),
    undoUntil: iso(row.heldUntil),
  };
}

/** An outcome nobody learned of leaves the outbox once its time is up; until then a status may still settle it. */
export function canSendAgain({ message, isInOutbox }: Pick<Row, "isInOutbox"> & { message: SentFacts }): boolean {
  if (message.direction !== "out" || message.type === "reaction") return false;
  if (message.status === "failed") return sendAgainHelps(message);
  return message.status === "ambiguous" && !isInOutbox;
}

type SentFacts = Pick<Row["message"], "direction" | "type" | "status" | "errorCode" | "error">;

function authorName({ message, memberName, keyName, contact }: Row): string | null {
  if (message.author === "contact") return displayName({ ...contact, phone: null });
  return message.author === "member" ? memberName : message.author === "api" ? keyName : null;
}

function quotedOf({ quotedWamid, channelId: channel }: Row["message"], known: Quoted[]): Message["quoted"] {
  if (quotedWamid === null) return null;
  const found = known.find((each) => each.wamid === quotedWamid && each.channelId === channel);
  return {
    id: found?.id ?? null,
    conversationId: found?.conversationId ?? null,
    wamid: quotedWamid,
    text: found && found.revokedAt === null ? found.preview : null,
    gist: found ? gistOfStored(found) : null,
    direction: found?.direction ?? null,
  };
}

function toMedia({ messageId: _, declaredType, failure, ...each }: Media): MessageMedia {
  return {
    ...each,
    ...wordsOfFailure(failure),
    type: each.type ?? declaredType,
    url: each.state === "stored" ? `/api/v1/media/${each.id}` : null,
  };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
