import { desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ListNotes } from "./schemas";
import { selectNotes, toNote } from "./select";
import type { Note } from "./types";

type Page = { items: Note[]; nextCursor: string | null };

export async function listNotes(actor: Actor, input: z.output<typeof ListNotes.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const { conversationId, cursor, limit } = input;
  const after = readCursor(cursor, TimePlace);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const before = after && sql`(${notes.at}, ${notes.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
    const rows = await selectNotes(tx, actor.tenantId, eq(notes.conversationId, conversationId), before)
      .orderBy(desc(notes.at), desc(notes.id))
      .limit(limit + 1);
    const { shown, nextCursor } = cutPage(rows.map(toNote), limit, (last) => [last.at, last.id]);
    return { items: shown, nextCursor };
  });
}
