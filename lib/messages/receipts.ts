import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { channels, messages } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type Actor, authorize } from "@/lib/auth";
import { graphOf } from "@/lib/channels";
import type { ReadReceiptMode } from "@/lib/channels/types";
import { findConversation } from "@/lib/conversations";
import { log } from "@/lib/log";

/** Why the customer may be told now: a member opened the thread, or said so. An answer tells it when it leaves. */
export type ReceiptMoment = "opened" | "asked";

const moments: Record<ReadReceiptMode, ReceiptMoment[]> = {
  on_open: ["opened", "asked"],
  on_reply: ["asked"],
  by_hand: ["asked"],
};

/**
 * Tells the customer that the thread was read, if the channel does so at this moment: the newest message also marks
 * those before it. Best effort and not waited for: an agent's reading never hangs on Meta.
 */
export async function sendReadReceipt(actor: Actor, conversationId: string, moment: ReceiptMoment): Promise<void> {
  await tell(actor, conversationId, moment, { typing: false });
}

/**
 * Shows the customer for up to 25 seconds that an answer is being written. Meta has no typing without a read receipt,
 * so only where opening is told already.
 */
export async function sendTyping(actor: Actor, conversationId: string): Promise<void> {
  await tell(actor, conversationId, "opened", { typing: true });
}

async function tell(
  actor: Actor,
  conversationId: string,
  moment: ReceiptMoment,
  { typing }: { typing: boolean },
): Promise<void> {
  authorize(actor, "conversations.answer");
  const latest = await findLatest(actor, conversationId);
  if (!latest?.tokenSealed || !latest.wamid || latest.state !== "active") return;
  if (!moments[latest.readReceipts].includes(moment)) return;
  const { messageId, tokenSealed, phoneNumberId, wamid, channelId } = latest;
  const taken = moment === "asked" ? () => noteTold(actor, messageId) : undefined;
  tellAtMeta({ tenantId: actor.tenantId, channelId, phoneNumberId, tokenSealed, wamid }, { typing, taken });
}

/** That it was told by hand is seen by whoever comes next. */
async function noteTold(actor: Actor, messageId: string): Promise<void> {
  await withTenant(actor, (tx) =>
    tx
      .update(messages)
      .set({ readAt: new Date() })
      .where(and(eq(messages.tenantId, actor.tenantId), eq(messages.id, messageId), isNull(messages.readAt))),
  );
}

type Read = { tenantId: string; channelId: string; phoneNumberId: string; tokenSealed: Buffer; wamid: string };

/** Best effort and not waited for. */
export function tellAtMeta(
  { tenantId, channelId, phoneNumberId, tokenSealed, wamid }: Read,
  { typing, taken }: { typing: boolean; taken?: (() => Promise<void>) | undefined },
): void {
  graphOf({ tenantId, channelId, tokenSealed })
    .then((graph) => graph.markRead(phoneNumberId, wamid, { typing }))
    .then(async (result) => {
      if (result.ok) await taken?.();
      else log().warn({ code: result.error.code, channelId, typing }, "A read receipt was not taken.");
    })
    .catch((error: unknown) => log().warn({ error, channelId, typing }, "A read receipt could not be sent."));
}

async function findLatest(actor: Actor, conversationId: string) {
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId);
    if (conversation.owner === "other") return undefined;
    const [latest] = await tx
      .select({
        messageId: messages.id,
        wamid: messages.wamid,
        channelId: channels.id,
        phoneNumberId: channels.phoneNumberId,
        tokenSealed: channels.tokenSealed,
        readReceipts: channels.readReceipts,
        state: channels.state,
      })
      .from(messages)
      .innerJoin(channels, and(eq(channels.tenantId, messages.tenantId), eq(channels.id, messages.channelId)))
      .where(
        and(
          eq(messages.tenantId, actor.tenantId),
          eq(messages.conversationId, conversation.id),
          eq(messages.direction, "in"),
          isNotNull(messages.wamid),
        ),
      )
      .orderBy(desc(messages.at), desc(messages.id))
      .limit(1);
    return latest;
  });
}
