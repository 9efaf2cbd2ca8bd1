import { and, eq, inArray } from "drizzle-orm";
import { queues } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { ConversationRow } from "./find";

/** Whether the software gives out what waits in a conversation's department. */
export async function isGivenOut(
  tx: Transaction,
  { tenantId, departmentId }: Pick<ConversationRow, "tenantId" | "departmentId">,
): Promise<boolean> {
  if (departmentId === null) return false;
  const found = await tx
    .select({ mode: queues.mode })
    .from(queues)
    .where(
      and(
        eq(queues.tenantId, tenantId),
        eq(queues.departmentId, departmentId),
        inArray(queues.mode, ["push", "offer"]),
      ),
    );
  return found.length > 0;
}
