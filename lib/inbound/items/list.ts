import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { webhookItems } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import type { ListWebhookItems } from "@/lib/inbound/schemas";
import { cutPage, readCursor, TimePlace } from "@/lib/paging";
import { afterItem, type ItemView, newestFirst, toView } from "./select-items";

/** What came from Meta for this workspace and what it became. */
export async function listWebhookItems(
  actor: Actor,
  { outcome, cursor, limit }: z.output<typeof ListWebhookItems.input>,
): Promise<{ items: ItemView[]; nextCursor: string | null }> {
  authorize(actor, "webhooks.read");
  const after = readCursor(cursor, TimePlace);
  const rows = await withTenant(actor, (tx) =>
    tx
      .select()
      .from(webhookItems)
      .where(
        and(
          eq(webhookItems.tenantId, actor.tenantId),
          outcome ? eq(webhookItems.outcome, outcome) : undefined,
          after && afterItem(...after),
        ),
      )
      .orderBy(...newestFirst)
      .limit(limit + 1),
  );
  const { shown, nextCursor } = cutPage(rows.map(toView), limit, (last) => [last.receivedAt, last.id]);
  return { items: shown, nextCursor };
}
