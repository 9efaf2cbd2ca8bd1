import { desc, inArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import type { ListNotes } from "./schemas";
import { selectNotes, toNote } from "./select";
import type { Note } from "./types";

type Page = { items: Note[]; nextCursor: string | null };
type PageAsked = { cursor?: string | undefined; limit: number };

export async function listNotes(actor: Actor, input: z.output<typeof ListNotes.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) =>
    readNotePage(tx, await findConversation(tx, actor, input.conversationId), input),
  );
}

/** The newest first; for callers that have found the conversation. */
export async function readNotePage(
  tx: Transaction,
  { tenantId, id }: Pick<ConversationRow, "tenantId" | "id">,
  asked: PageAsked,
): Promise<Page> {
  return readNotesOf(tx, tenantId, [id], asked);
}

/** Of several conversations, the newest first; for callers that know that the asker may see them. */
export async function readNotesOf(
  tx: Transaction,
  tenantId: string,
  conversationIds: string[],
  asked: PageAsked,
): Promise<Page> {
  const after = readCursor(asked.cursor, TimePlace);
  const before = after && sql`(${notes.at}, ${notes.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const rows = await selectNotes(tx, tenantId, inArray(notes.conversationId, conversationIds), before)
    .orderBy(desc(notes.at), desc(notes.id))
    .limit(asked.limit + 1);
  const { shown, nextCursor } = cutPage(rows.map(toNote), asked.limit, (last) => [last.at, last.id]);
  return { items: shown, nextCursor };
}
