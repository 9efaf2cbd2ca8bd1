import { and, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { encodeCursor, readCursor, TimePlace } from "@/lib/paging";
import { assembleMessages, selectMessages } from "./assemble";
import type { ListMessages } from "./schemas";
import type { Message } from "./types";

/** So far back one request goes at most. */
const MOST_UNTIL = 1_000;

type ListInput = z.output<typeof ListMessages.input>;

/** A thread, the newest first, without what is yet to be sent or was taken back. Reactions hang on the messages they are about. */
export async function listMessages(
  actor: Actor,
  { conversationId, cursor, limit, until }: ListInput,
): Promise<{ items: Message[]; nextCursor: string | null }> {
  authorize(actor, "conversations.read");
  const after = readCursor(cursor, TimePlace);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const back = until === undefined ? null : await placeOfMessage(tx, actor, conversationId, until);
    const most = back ? MOST_UNTIL : limit;
    const rows = await selectMessages(tx)
      .where(
        and(
          eq(messages.tenantId, actor.tenantId),
          eq(messages.conversationId, conversationId),
          ne(messages.type, "reaction"),
          notInArray(messages.status, ["scheduled", "cancelled"]),
          after && sql`(${messages.at}, ${messages.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
          back ? sql`(${messages.at}, ${messages.id}) >= (${back.at}::timestamptz, ${back.id}::uuid)` : undefined,
        ),
      )
      .orderBy(desc(messages.at), desc(messages.id))
      .limit(most + 1);
    const page = rows.slice(0, most);
    // What is older than the message that was asked for may be there or not: the next page tells.
    const last = rows.length > most || back ? page.at(-1)?.message : undefined;
    return {
      items: await assembleMessages(tx, actor.tenantId, page),
      nextCursor: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
    };
  });
}

async function placeOfMessage(
  tx: Transaction,
  { tenantId }: Actor,
  conversationId: string,
  messageId: string,
): Promise<{ at: string; id: string }> {
  const [found] = await tx
    .select({ at: messages.at })
    .from(messages)
    .where(
      and(eq(messages.tenantId, tenantId), eq(messages.conversationId, conversationId), eq(messages.id, messageId)),
    );
  if (!found) throw new NotFoundError("message");
  return { at: found.at.toISOString(), id: messageId };
}
