import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { readNotesOf } from "@/lib/notes";
import type { Note } from "@/lib/notes/types";
import type { ListContactNotes } from "./schemas";
import { seenConversationIds } from "./seen";

/** What the team noted in all conversations that the asker may see. */
export async function listContactNotes(
  actor: Actor,
  { contactId, ...asked }: z.output<typeof ListContactNotes.input>,
): Promise<{ items: Note[]; nextCursor: string | null }> {
  authorize(actor, "contacts.read");
  return withTenant(actor, async (tx) =>
    readNotesOf(tx, actor.tenantId, await seenConversationIds(tx, actor, contactId), asked),
  );
}
