import { and, eq, gt, isNotNull, isNull, lte, ne, sql } from "drizzle-orm";
import { conversations, serviceWindows } from "@/db/schema";
import { withSystem } from "@/db/system";
import { systemActor } from "@/lib/auth";
import { eachDue, isNotPutOff } from "@/lib/jobs";
import { followConversation } from "@/lib/service-levels/follow";
import { DAY, HOUR } from "@/lib/time";

const BATCH = 200;
const WORK = "serviceLevels.windows";

/** Two hours before it closes a window is looked at: one is warned in its last. */
const LOOKED_AT_MS = DAY - 2 * HOUR;

/**
 * Begins to measure the windows that close soon on customers who wait. Looked for now and then, and not with each message:
 * most windows are far from closing when the next message opens them anew.
 */
export async function lookAtWindows(now: Date = new Date()): Promise<boolean> {
  const closing = await withSystem((tx) =>
    tx
      .select({ tenantId: conversations.tenantId, itemId: conversations.id })
      .from(conversations)
      .innerJoin(
        serviceWindows,
        and(
          eq(serviceWindows.tenantId, conversations.tenantId),
          eq(serviceWindows.contactId, conversations.contactId),
          eq(serviceWindows.channelId, conversations.channelId),
        ),
      )
      .where(
        and(
          ne(conversations.state, sql`'resolved'`),
          eq(conversations.owner, "us"),
          isNull(conversations.spamAt),
          isNotNull(conversations.waitingSince),
          gt(serviceWindows.openedAt, new Date(now.getTime() - DAY)),
          lte(serviceWindows.openedAt, new Date(now.getTime() - LOOKED_AT_MS)),
          sql`not exists (select from service_levels l where l.tenant_id = ${conversations.tenantId}
            and l.conversation_id = ${conversations.id} and l.kind = 'window' and l.met_at is null and l.cancelled_at is null)`,
          isNotPutOff(WORK, conversations.tenantId, conversations.id, now),
        ),
      )
      .limit(BATCH),
  );
  await eachDue(WORK, closing, ({ tenantId, itemId }) =>
    followConversation(systemActor(tenantId, "serviceLevels"), itemId, now),
  );
  return closing.length === BATCH;
}
