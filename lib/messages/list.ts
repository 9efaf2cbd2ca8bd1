import { and, desc, eq, ne, sql } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import { assembleMessages, selectMessages } from "./assemble";
import type { ListMessages } from "./schemas";
import type { Message } from "./types";

type ListInput = z.output<typeof ListMessages.input>;

/** A thread, the newest first. Reactions hang on the messages they are about. */
export async function listMessages(
  actor: Actor,
  { conversationId, cursor, limit }: ListInput,
): Promise<{ items: Message[]; nextCursor: string | null }> {
  authorize(actor, "conversations.read");
  const after = cursor === undefined ? null : placeOf(cursor);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const rows = await selectMessages(tx)
      .where(
        and(
          eq(messages.tenantId, actor.tenantId),
          eq(messages.conversationId, conversationId),
          ne(messages.type, "reaction"),
          after ? sql`(${messages.at}, ${messages.id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(messages.at), desc(messages.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1)?.message : undefined;
    return {
      items: await assembleMessages(tx, actor.tenantId, page),
      nextCursor: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
    };
  });
}

function placeOf(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && isUuid(id)) return { at, id };
  throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
}
