import { and, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import { mentions, notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type AudienceMember, findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { recordEvents } from "@/lib/events";
import { storableText } from "@/lib/text";
import { findCalled } from "./called";
import type { EditNote } from "./schemas";
import { findOwnNote, readNote } from "./select";
import type { Note } from "./types";

/** Changes one's own note; who is called now and was not before is told. */
export async function editNote(actor: Actor, input: z.output<typeof EditNote.input>): Promise<Note> {
  authorize(actor, "conversations.answer");
  const { noteId, body, mentionIds } = input;
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, input.conversationId);
    const note = await findOwnNote(tx, actor, input);
    if (note.deletedAt) throw new NotFoundError("note");
    const present = await mentionedIn(tx, actor.tenantId, noteId);
    // Whom it called already may have lost sight of the conversation; their name may stay.
    const added = await findCalled(
      tx,
      conversation,
      mentionIds.filter((id) => !present.includes(id)),
    );
    await tx
      .update(notes)
      .set({ body: storableText(body), editedAt: new Date() })
      .where(and(eq(notes.tenantId, actor.tenantId), eq(notes.id, noteId)));
    await drop(
      tx,
      actor.tenantId,
      noteId,
      present.filter((id) => !mentionIds.includes(id)),
    );
    await add(tx, actor, { noteId, conversationId: conversation.id }, added);
    const { contactId, channelId, departmentId } = conversation;
    const refs = { conversationId: conversation.id, contactId, channelId, departmentId };
    await recordEvents(tx, actor, [
      { type: "note.edited", ...refs, payload: { noteId } },
      ...added.map(({ id }) => ({ type: "note.mentioned" as const, ...refs, memberId: id, payload: { noteId } })),
    ]);
    return readNote(tx, actor.tenantId, noteId);
  });
}

async function mentionedIn(tx: Transaction, tenantId: string, noteId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: mentions.memberId })
    .from(mentions)
    .where(and(eq(mentions.tenantId, tenantId), eq(mentions.noteId, noteId)));
  return rows.map(({ id }) => id);
}

async function drop(tx: Transaction, tenantId: string, noteId: string, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .delete(mentions)
    .where(and(eq(mentions.tenantId, tenantId), eq(mentions.noteId, noteId), inArray(mentions.memberId, memberIds)));
}

async function add(
  tx: Transaction,
  actor: Actor,
  place: { noteId: string; conversationId: string },
  added: AudienceMember[],
): Promise<void> {
  if (added.length === 0) return;
  const at = new Date();
  const { tenantId } = actor;
  await tx.insert(mentions).values(
    added.map(({ id: memberId, name }) => ({
      ...{ tenantId, ...place, memberId, name, at },
      readAt: memberId === actor.id ? at : null,
    })),
  );
}
