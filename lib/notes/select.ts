import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { apiKeys, members, notes } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import type { Note } from "./types";

const called = sql<Note["mentions"]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', mt.member_id, 'name', mt.name) order by mt.name, mt.member_id)
  from mentions mt where mt.tenant_id = ${notes.tenantId} and mt.note_id = ${notes.id}), '[]')`;

/** Notes that are not deleted; callers add conditions, order and limit. */
export function selectNotes(tx: Transaction, tenantId: string, ...conditions: (SQL | undefined)[]) {
  return tx
    .select({ note: notes, mentions: called, memberName: members.name, keyName: apiKeys.name })
    .from(notes)
    .leftJoin(members, and(eq(members.tenantId, notes.tenantId), eq(members.id, notes.authorId)))
    .leftJoin(apiKeys, and(eq(apiKeys.tenantId, notes.tenantId), eq(apiKeys.id, notes.authorId)))
    .where(and(eq(notes.tenantId, tenantId), isNull(notes.deletedAt), ...conditions))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectNotes>>[number];

export function toNote({ note, mentions, memberName, keyName }: Row): Note {
  const { id, conversationId, author, authorId, body, clientId, at, editedAt } = note;
  return {
    id,
    conversationId,
    author: { kind: author, id: authorId, name: memberName ?? keyName },
    body,
    mentions,
    clientId,
    at: at.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}

export async function readNote(tx: Transaction, tenantId: string, noteId: string): Promise<Note> {
  const [row] = await selectNotes(tx, tenantId, eq(notes.id, noteId));
  if (!row) throw new NotFoundError("note");
  return toNote(row);
}

type Place = { conversationId: string; noteId: string };

/** The row of a note of one's own, kept as it is; the caller has seen to it that the asker sees the conversation. */
export async function findOwnNote(tx: Transaction, actor: Actor, { conversationId, noteId }: Place) {
  const [row] = await tx
    .select()
    .from(notes)
    .where(and(eq(notes.tenantId, actor.tenantId), eq(notes.id, noteId), eq(notes.conversationId, conversationId)))
    .for("update");
  if (!row) throw new NotFoundError("note");
  if (row.authorId === actor.id) return row;
  throw new ForbiddenError("Only who wrote a note may change it.", { code: "not_your_note" });
}
