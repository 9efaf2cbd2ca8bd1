import { and, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import type * as z from "zod";
import { messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { NotFoundError } from "@/lib/errors";
import { encodeCursor, readCursor, TimePlace } from "@/lib/paging";
import { assembleMessages, selectMessages } from "./assemble";
import type { ListMessages } from "./schemas";
import type { Message } from "./types";

/** So far back one request goes at most. */
const MOST_UNTIL = 1_000;

type Page = { items: Message[]; nextCursor: string | null };

/** A thread, the newest first, without what is yet to be sent or was taken back. Reactions hang on the messages they are about. */
export async function listMessages(actor: Actor, input: z.output<typeof ListMessages.input>): Promise<Page> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) =>
    readMessagePage(tx, await findConversation(tx, actor, input.conversationId), input),
  );
}

/** For callers that have found the conversation. */
export async function readMessagePage(
  tx: Transaction,
  conversation: ConversationRow,
  { cursor, limit, until }: { cursor?: string | undefined; limit: number; until?: string | undefined },
): Promise<Page> {
  const { tenantId, id } = conversation;
  const after = readCursor(cursor, TimePlace);
  const back = until === undefined ? null : await placeOfMessage(tx, conversation, until);
  const most = back ? MOST_UNTIL : limit;
  const rows = await selectMessages(tx)
    .where(
      and(
        eq(messages.tenantId, tenantId),
        eq(messages.conversationId, id),
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
    items: await assembleMessages(tx, tenantId, page),
    nextCursor: last ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

async function placeOfMessage(
  tx: Transaction,
  { tenantId, id }: ConversationRow,
  messageId: string,
): Promise<{ at: string; id: string }> {
  const [found] = await tx
    .select({ at: messages.at })
    .from(messages)
    .where(and(eq(messages.tenantId, tenantId), eq(messages.conversationId, id), eq(messages.id, messageId)));
  if (!found) throw new NotFoundError("message");
  return { at: found.at.toISOString(), id: messageId };
}
