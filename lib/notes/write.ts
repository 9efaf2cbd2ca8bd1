import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { ConflictError } from "@/lib/errors";
import { putNote } from "./put";
import type { WriteNote } from "./schemas";
import { readNote } from "./select";
import type { Note } from "./types";

export async function writeNote(actor: Actor, input: z.output<typeof WriteNote.input>): Promise<Note> {
  authorize(actor, "conversations.answer");
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, input.conversationId);
    const noteId = await putNote(tx, actor, conversation, input);
    if (noteId) return readNote(tx, actor.tenantId, noteId);
    const [first] = await tx
      .select({ id: notes.id })
      .from(notes)
      .where(
        and(
          eq(notes.tenantId, actor.tenantId),
          eq(notes.conversationId, conversation.id),
          eq(notes.clientId, input.clientId ?? ""),
        ),
      );
    if (first) return readNote(tx, actor.tenantId, first.id);
    throw new ConflictError("This clientId belongs to another note.", {
      code: "client_id_taken",
      nextStep: "Use a fresh UUID for each note.",
    });
  });
}
