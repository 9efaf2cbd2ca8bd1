import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { memberIdOf } from "./own";
import type { Draft } from "./types";

export async function readDraft(actor: Actor, { conversationId }: { conversationId: string }): Promise<Draft> {
  authorize(actor, "conversations.answer");
  const memberId = memberIdOf(actor);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    return draftOf(tx, actor, memberId, conversationId);
  });
}

/** The earliest moment there is stands for never: whatever was written came later. */
const never = new Date(0);

export async function draftOf(
  tx: Transaction,
  { tenantId }: Actor,
  memberId: string,
  conversationId: string,
): Promise<Draft> {
  const [row] = await tx
    .select({ text: drafts.text, quotedMessageId: drafts.quotedMessageId, editedAt: drafts.editedAt })
    .from(drafts)
    .where(
      and(eq(drafts.tenantId, tenantId), eq(drafts.memberId, memberId), eq(drafts.conversationId, conversationId)),
    );
  const { text = "", quotedMessageId = null, editedAt = never } = row ?? {};
  return { conversationId, text, quotedMessageId, editedAt: editedAt.toISOString() };
}
