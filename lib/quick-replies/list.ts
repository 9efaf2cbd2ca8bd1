import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { cutPage, readCursor } from "@/lib/paging";
import { usableBy } from "./owner";
import type { ListQuickReplies } from "./schemas";
import { selectQuickReplies, toQuickReply } from "./select";
import type { QuickReply } from "./types";

export async function listQuickReplies(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListQuickReplies.input>,
): Promise<{ items: QuickReply[]; nextCursor: string | null }> {
  authorize(actor, "quickReplies.read");
  const after = readCursor(cursor, z.tuple([z.string(), z.uuid()]));
  const rows = await withTenant(actor, (tx) =>
    selectQuickReplies(tx)
      .where(
        and(
          eq(quickReplies.tenantId, actor.tenantId),
          usableBy(actor, quickReplies),
          after && sql`(${quickReplies.shortcut}, ${quickReplies.id}) > (${after[0]}, ${after[1]}::uuid)`,
        ),
      )
      .orderBy(asc(quickReplies.shortcut), asc(quickReplies.id))
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows, limit, ({ reply }) => [reply.shortcut, reply.id]);
  return { items: shown.map(toQuickReply), nextCursor };
}
