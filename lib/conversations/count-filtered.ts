import { sql } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/auth";
import { filterConditions } from "./conditions";
import { type ConversationFilter, mostCounted } from "./types";

/** How many conversations a filter holds that the actor may see; beyond `mostCounted` nobody reads on, nor do we count. */
export async function countFiltered(tx: Transaction, actor: Actor, filter: ConversationFilter): Promise<number> {
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(conversations)
    .where(filterConditions(actor, filter))
    .limit(mostCounted + 1)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row?.count ?? 0;
}
