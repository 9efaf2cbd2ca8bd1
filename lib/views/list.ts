import { asc } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { countFiltered } from "@/lib/conversations";
import { toView, usableBy } from "./find";
import { mostViews, type SavedView } from "./types";

export async function listViews(actor: Actor): Promise<{ items: SavedView[] }> {
  authorize(actor, "conversations.read");
  return { items: await withTenant(actor, (tx) => selectViews(tx, actor)) };
}

/** Each as the asker would find it: a shared view shows everybody their own part. */
export async function countViews(actor: Actor): Promise<{ items: { id: string; count: number }[] }> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const items: { id: string; count: number }[] = [];
    for (const { id, filter } of await selectViews(tx, actor)) {
      items.push({ id, count: await countFiltered(tx, actor, filter) });
    }
    return { items };
  });
}

async function selectViews(tx: Transaction, actor: Actor): Promise<SavedView[]> {
  const rows = await tx
    .select()
    .from(savedViews)
    .where(usableBy(actor))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(2 * mostViews);
  return rows.map(toView);
}
