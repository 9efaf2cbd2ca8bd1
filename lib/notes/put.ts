import { mentions, notes } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import type { ConversationRow } from "@/lib/conversations";
import { recordEvents } from "@/lib/events";
import { newId } from "@/lib/ids";
import { storableText } from "@/lib/text";
import { findCalled } from "./called";
import type { NoteAuthor } from "./types";

type NewNote = { body: string; mentionIds: string[]; clientId?: string | undefined };

/**
 * Writes a note and calls whom it mentions, in the caller's transaction. Answers null when the client's id was used
 * already. `conversation` is as it is now: those who are called have to be able to see it.
 */
export async function putNote(
  tx: Transaction,
  actor: Actor,
  conversation: ConversationRow,
  { body, mentionIds, clientId }: NewNote,
): Promise<string | null> {
  const called = await findCalled(tx, conversation, mentionIds);
  const { tenantId, id: conversationId } = conversation;
  const [id, at] = [newId(), new Date()];
  const [written] = await tx
    .insert(notes)
    .values({
      tenantId,
      id,
      conversationId,
      ...authorOf(actor),
      body: storableText(body),
      clientId: clientId ?? null,
      at,
    })
    .onConflictDoNothing()
    .returning({ id: notes.id });
  if (!written) return null;
  await call(tx, actor, conversation, { noteId: id, called, at });
  return id;
}

type Calling = { noteId: string; called: { id: string; name: string }[]; at: Date };

async function call(tx: Transaction, actor: Actor, conversation: ConversationRow, { noteId, called, at }: Calling) {
  const { tenantId, id: conversationId } = conversation;
  if (called.length > 0) {
    const rows = called.map(({ id, name }) => ({ tenantId, noteId, memberId: id, name, conversationId, at }));
    await tx.insert(mentions).values(rows.map((row) => ({ ...row, readAt: row.memberId === actor.id ? at : null })));
  }
  const { contactId, channelId, departmentId } = conversation;
  const refs = { conversationId, contactId, channelId, departmentId };
  await recordEvents(tx, actor, [
    { type: "note.written", ...refs, payload: { noteId } },
    ...called.map(({ id }) => ({ type: "note.mentioned" as const, ...refs, memberId: id, payload: { noteId } })),
  ]);
}

function authorOf(actor: Actor): { author: NoteAuthor; authorId: string | null } {
  if (actor.kind === "system") return { author: "system", authorId: null };
  return { author: actor.kind === "member" ? "member" : "api", authorId: actor.id };
}
