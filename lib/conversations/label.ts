import { and, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import { labels } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { factsOf } from "./facts";
import { findConversation } from "./find";
import { readSummary } from "./read";
import type { LabelConversation } from "./schemas";
import { setLabels } from "./set-labels";
import type { ConversationSummary } from "./types";
import { keepUndo } from "./undo/keep";

type Input = z.output<typeof LabelConversation.input>;

/** Puts labels on a conversation and takes others off. @throws {NotFoundError} for a label that is not there to be put on */
export async function labelConversation(actor: Actor, input: Input): Promise<ConversationSummary> {
  authorize(actor, "conversations.answer");
  const { conversationId, add, remove, undoId } = input;
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId, { lock: true });
    await findLabels(tx, actor, add);
    const before = await factsOf(tx, conversation);
    const wanted = [...new Set([...before.labelIds, ...add])].filter((id) => !remove.includes(id));
    const labelIds = await setLabels(tx, actor, conversation, wanted);
    if (undoId) await keepUndo(tx, actor, { undoId, conversationId, before, after: { ...before, labelIds } });
    return readSummary(tx, actor, conversationId);
  });
}

async function findLabels(tx: Transaction, { tenantId }: Actor, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: labels.id })
    .from(labels)
    .where(and(eq(labels.tenantId, tenantId), inArray(labels.id, ids)));
  if (known.length !== new Set(ids).size) throw new NotFoundError("label");
}
