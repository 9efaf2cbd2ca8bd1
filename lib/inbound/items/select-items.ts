import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { webhookItems } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import { NotFoundError } from "@/lib/errors";
import type { WebhookItem } from "@/lib/inbound/schemas";

export type ItemView = z.output<typeof WebhookItem>;
export type ItemRow = typeof webhookItems.$inferSelect;

export function toView({ id, receivedAt, channelId, field, kind, outcome, reason }: ItemRow): ItemView {
  return { id, receivedAt: receivedAt.toISOString(), channelId, field, kind, outcome, reason };
}

/** @throws {NotFoundError} also for an item of another tenant. */
export async function findItem(tx: Transaction, { tenantId }: { tenantId: string }, itemId: string): Promise<ItemRow> {
  const [row] = await tx
    .select()
    .from(webhookItems)
    .where(and(eq(webhookItems.tenantId, tenantId), eq(webhookItems.id, itemId)));
  if (!row) throw new NotFoundError("webhook item");
  return row;
}

export const newestFirst = [desc(webhookItems.receivedAt), webhookItems.id];

export function afterItem(receivedAt: string, id: string): SQL | undefined {
  const at = sql`${receivedAt}::timestamptz`;
  return or(
    sql`${webhookItems.receivedAt} < ${at}`,
    and(sql`${webhookItems.receivedAt} = ${at}`, sql`${webhookItems.id} > ${id}::uuid`),
  );
}
