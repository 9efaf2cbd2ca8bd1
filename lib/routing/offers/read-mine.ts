import { and, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import { queues } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation, readSummary } from "@/lib/conversations";
import type { ReadMyOffer } from "@/lib/routing/schemas";
import { getMyOfferOrNull } from "./find";

export async function readMyOffer(actor: Actor): Promise<z.input<typeof ReadMyOffer.output>> {
  authorize(actor, "queues.take");
  return withTenant(actor, async (tx) => {
    const row = await getMyOfferOrNull(tx, actor);
    const asksForNext = await isAskedFor(tx, actor);
    if (!row) return { offer: null, asksForNext };
    const { queuedSince } = await findConversation(tx, actor, row.conversationId);
    const conversation = await readSummary(tx, actor, row.conversationId);
    return {
      asksForNext,
      offer: {
        id: row.id,
        conversation,
        queuedSince: (queuedSince ?? row.offeredAt).toISOString(),
        offeredAt: row.offeredAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      },
    };
  });
}

async function isAskedFor(tx: Transaction, { tenantId, departmentIds }: Actor): Promise<boolean> {
  if (departmentIds.length === 0) return false;
  const asked = and(
    eq(queues.tenantId, tenantId),
    eq(queues.mode, "pull"),
    inArray(queues.departmentId, departmentIds),
  );
  return (await tx.select({ mode: queues.mode }).from(queues).where(asked).limit(1)).length > 0;
}
