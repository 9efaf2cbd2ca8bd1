import { and, asc, eq, gt, isNotNull, ne, or, sql } from "drizzle-orm";
import type * as z from "zod";
import { conversations, drafts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { visibleTo } from "@/lib/conversations";
import { idOfCursor, pageById } from "@/lib/paging";
import { memberIdOf } from "./own";
import type { ListDrafts } from "./schemas";
import type { Draft } from "./types";

/** My drafts in conversations that I still see. */
export async function listDrafts(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListDrafts.input>,
): Promise<{ items: Draft[]; nextCursor: string | null }> {
  authorize(actor, "conversations.answer");
  const memberId = memberIdOf(actor);
  const after = idOfCursor(cursor);
  const rows = await withTenant(actor, (tx) =>
    tx
      .select({
        id: drafts.conversationId,
        text: drafts.text,
        quotedMessageId: drafts.quotedMessageId,
        editedAt: drafts.editedAt,
      })
      .from(drafts)
      .innerJoin(
        conversations,
        and(eq(conversations.tenantId, drafts.tenantId), eq(conversations.id, drafts.conversationId)),
      )
      .where(
        and(
          eq(drafts.tenantId, actor.tenantId),
          eq(drafts.memberId, memberId),
          or(ne(drafts.text, ""), isNotNull(drafts.quotedMessageId)),
          after ? gt(drafts.conversationId, sql`${after}::uuid`) : undefined,
          visibleTo(actor),
        ),
      )
      .orderBy(asc(drafts.conversationId))
      .limit(limit + 1),
  );
  return pageById(rows, limit, ({ id, text, quotedMessageId, editedAt }) => ({
    conversationId: id,
    text,
    quotedMessageId,
    editedAt: editedAt.toISOString(),
  }));
}
