import { desc, eq, sql } from "drizzle-orm";
import type * as z from "zod";
import { notes } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListNotes } from "./schemas";
import { selectNotes, toNote } from "./select";
import type { Note } from "./types";

type Page = { items: Note[]; nextCursor: string | null };

export async function listNotes(actor: Actor, input: z.output<typeof ListNotes.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  const { conversationId, cursor, limit } = input;
  const after = cursor === undefined ? null : placeOf(cursor);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const before = after && sql`(${notes.at}, ${notes.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
    const rows = await selectNotes(tx, actor.tenantId, eq(notes.conversationId, conversationId), before ?? undefined)
      .orderBy(desc(notes.at), desc(notes.id))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(toNote);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor([last.at, last.id]) : null };
  });
}

function placeOf(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && isUuid(id)) return { at, id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
