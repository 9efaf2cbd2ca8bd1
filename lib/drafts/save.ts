import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { findConversation } from "@/lib/conversations";
import { recordEvent } from "@/lib/events";
import { storableText } from "@/lib/text";
import { memberIdOf } from "./own";
import { draftOf } from "./read";
import type { SaveDraft } from "./schemas";
import type { Draft } from "./types";

/**
 * Keeps the words, and what they quote, if they are the latest, and answers with those that stand. Without either, nothing
 * is left to list.
 */
export async function saveDraft(actor: Actor, input: z.output<typeof SaveDraft.input>): Promise<Draft> {
  authorize(actor, "conversations.answer");
  const memberId = memberIdOf(actor);
  const { conversationId, quotedMessageId, editedAt } = input;
  const text = input.text.trim() === "" ? "" : storableText(input.text);
  return withTenant(actor, async (tx) => {
    await findConversation(tx, actor, conversationId);
    const isKept = await keepIfLatest(tx, actor, { memberId, conversationId, text, quotedMessageId, editedAt });
    const draft = await draftOf(tx, actor, memberId, conversationId);
    if (isKept) {
      await forgetOldEmptyOnes(tx, actor, memberId);
      await recordEvent(tx, actor, {
        type: "draft.changed",
        conversationId,
        memberId,
        payload: { editedAt: draft.editedAt },
      });
    }
    return draft;
  });
}

/** A clock that runs ahead would win for ever, hence never later than now. False when nothing changed. */
async function keepIfLatest(
  tx: Transaction,
  { tenantId }: Actor,
  { memberId, conversationId, text, quotedMessageId, editedAt }: Draft & { memberId: string },
): Promise<boolean> {
  const { rowCount } = await tx.$client.query(
    `insert into drafts as d (tenant_id, member_id, conversation_id, text, edited_at, quoted_message_id)
     select $1, $2::uuid, $3::uuid, $4::text, least($5::timestamptz, now()), (
       select m.id from messages m where m.tenant_id = $1 and m.conversation_id = $3 and m.id = $6::uuid)
     where $4 <> '' or $6::uuid is not null or exists (
       select from drafts known where known.tenant_id = $1 and known.member_id = $2 and known.conversation_id = $3)
     on conflict (tenant_id, member_id, conversation_id) do update
       set text = excluded.text, edited_at = excluded.edited_at, quoted_message_id = excluded.quoted_message_id
       where excluded.edited_at > d.edited_at and (excluded.text <> d.text or d.text <> ''
         or excluded.quoted_message_id is distinct from d.quoted_message_id)`,
    [tenantId, memberId, conversationId, text, editedAt, quotedMessageId],
  );
  return rowCount === 1;
}

/** By then every device that was on has heard of it. */
async function forgetOldEmptyOnes(tx: Transaction, { tenantId }: Actor, memberId: string): Promise<void> {
  await tx.$client.query(
    `delete from drafts where tenant_id = $1 and member_id = $2 and text = '' and quoted_message_id is null and edited_at < now() - interval '7 days'`,
    [tenantId, memberId],
  );
}
