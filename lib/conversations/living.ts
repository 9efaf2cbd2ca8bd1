import { and, eq, ne } from "drizzle-orm";
import { conversations } from "@/db/schema";
import type { Transaction } from "@/db/transaction";
import type { ConversationRow } from "./find";

type Whose = Pick<ConversationRow, "tenantId" | "contactId" | "channelId">;

/** The one conversation of a contact on a channel that is not resolved. */
export async function getLivingOrNull(
  tx: Transaction,
  { tenantId, contactId, channelId }: Whose,
): Promise<{ id: string } | null> {
  const [living] = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.tenantId, tenantId),
        eq(conversations.contactId, contactId),
        eq(conversations.channelId, channelId),
        ne(conversations.state, "resolved"),
      ),
    );
  return living ?? null;
}
