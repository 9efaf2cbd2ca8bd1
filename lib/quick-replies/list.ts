import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { quickReplies } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { InvalidError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { decodeCursor, encodeCursor } from "@/lib/paging";
import type { ListQuickReplies } from "./schemas";
import { selectQuickReplies, toQuickReply, usableBy } from "./select";
import type { QuickReply } from "./types";

export async function listQuickReplies(
  actor: Actor,
  { cursor, limit }: z.output<typeof ListQuickReplies.input>,
): Promise<{ items: QuickReply[]; nextCursor: string | null }> {
  authorize(actor, "quickReplies.read");
  const rows = await withTenant(actor, (tx) =>
    selectQuickReplies(tx)
      .where(
        and(
          eq(quickReplies.tenantId, actor.tenantId),
          usableBy(actor),
          cursor === undefined ? undefined : after(cursor),
        ),
      )
      .orderBy(asc(quickReplies.shortcut), asc(quickReplies.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit).map(toQuickReply);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor([last.shortcut, last.id]) : null };
}

function after(cursor: string): SQL {
  const [shortcut, id] = decodeCursor(cursor) ?? [];
  if (typeof shortcut !== "string" || !isUuid(id)) {
    throw new InvalidError("This cursor is not from this list.", { code: "invalid_cursor" });
  }
  return sql`(${quickReplies.shortcut}, ${quickReplies.id}) > (${shortcut}, ${id}::uuid)`;
}
