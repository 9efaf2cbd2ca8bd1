import type * as z from "zod";
import { withTenant } from "@/db/tenant";
import type { Transaction } from "@/db/transaction";
import { type Actor, authorize } from "@/lib/auth";
import { type ConversationRow, findConversation } from "@/lib/conversations";
import { freeServiceMessages } from "@/lib/whatsapp/types";
import type { ReadSendCost } from "./schemas";

type SendCost = z.output<typeof ReadSendCost.output>;

/**
 * What an answer in a conversation counts as at Meta: free after an ad or a button on a page, else one of the service
 * messages that each number has free in a month. Counted from what Meta's own statuses said of our messages.
 */
export async function readSendCost(actor: Actor, { conversationId }: { conversationId: string }): Promise<SendCost> {
  authorize(actor, "conversations.read");
  return withTenant(actor, async (tx) => {
    const conversation = await findConversation(tx, actor, conversationId);
    const monthStartsAt = startOfMonth(new Date());
    return {
      freeUntil: (await freeUntilOf(tx, conversation))?.toISOString() ?? null,
      service: {
        used: await countFreeOnes(tx, conversation, monthStartsAt),
        free: freeServiceMessages,
        monthStartsAt: monthStartsAt.toISOString(),
      },
    };
  });
}

/** Meta goes by the account's time zone, which it does not tell: UTC stands for it, and the screen says so. */
function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

async function freeUntilOf(tx: Transaction, { tenantId, contactId, channelId }: ConversationRow): Promise<Date | null> {
  const { rows } = await tx.$client.query<{ freeUntil: Date | null }>(
    `select free_until as "freeUntil" from service_windows
     where tenant_id = $1 and contact_id = $2 and channel_id = $3 and free_until > now()`,
    [tenantId, contactId, channelId],
  );
  return rows[0]?.freeUntil ?? null;
}

/** No further than it matters: beyond the free ones each is billed. */
async function countFreeOnes(tx: Transaction, { tenantId, channelId }: ConversationRow, since: Date): Promise<number> {
  const { rows } = await tx.$client.query<{ count: number }>(
    `select count(*)::int as count from (
       select from messages
       where tenant_id = $1 and channel_id = $2 and at >= $3 and direction = 'out' and type not in ('template', 'reaction')
         and pricing ->> 'category' = 'service' and pricing ->> 'type' = 'free_customer_service'
         and (delivered_at is not null or read_at is not null)
       limit ${freeServiceMessages}) counted`,
    [tenantId, channelId, since],
  );
  return rows[0]?.count ?? 0;
}
