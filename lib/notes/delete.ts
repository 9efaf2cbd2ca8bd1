import { and, eq } from "drizzle-orm";
import { notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { type EventType, recordEvent } from "@/lib/events";
import { RESTORABLE_MS } from "./restorable";
import { findOwnNote, readNote } from "./select";
import type { Note } from "./types";

type Place = { conversationId: string; noteId: string };

/** Nobody sees it any more; its words go for good an hour later. */
export async function deleteNote(actor: Actor, input: Place): Promise<Record<string, never>> {
  authorize(actor, "conversations.answer");
  await withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, input.conversationId);
    const { deletedAt } = await findOwnNote(tx, actor, input);
    if (deletedAt) return;
    await setDeleted(tx, actor, conversation, input.noteId, new Date());
  });
  return {};
}

export async function restoreNote(actor: Actor, input: Place): Promise<Note> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, input.conversationId);
    const { deletedAt } = await findOwnNote(tx, actor, input);
    if (deletedAt && Date.now() - deletedAt.getTime() > RESTORABLE_MS) throw new NotFoundError("note");
    if (deletedAt) await setDeleted(tx, actor, conversation, input.noteId, null);
    return readNote(tx, actor.tenantId, input.noteId);
  });
}

async function setDeleted(
  tx: Transaction,
  actor: Actor,
  { id: conversationId, contactId, channelId, departmentId }: ConversationRow,
  noteId: string,
  deletedAt: Date | null,
): Promise<void> {
  await tx
    .update(notes)
    .set({ deletedAt })
    .where(and(eq(notes.tenantId, actor.tenantId), eq(notes.id, noteId)));
  const type: EventType = deletedAt ? "note.deleted" : "note.written";
  const refs = { conversationId, contactId, channelId, departmentId };
  await recordEvent(tx, actor, { type, ...refs, payload: { noteId } });
}
