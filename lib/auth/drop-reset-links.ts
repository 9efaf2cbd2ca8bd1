import { and, eq, isNull } from "drizzle-orm";
import { tokens } from "@/db/schema";
import type { Transaction } from "@/db/transaction";

/** Ends the reset links of an account that were not used. */
export async function dropResetLinks(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(tokens).where(and(eq(tokens.kind, "reset"), eq(tokens.userId, userId), isNull(tokens.usedAt)));
}
