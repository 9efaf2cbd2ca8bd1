import { asc, eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { withTenant } from "@/db/tenant";

/** The types of a conversation's events, in the order in which they were written. */
export async function listTypes(tenantId: string, conversationId: string): Promise<string[]> {
  const rows = await withTenant({ tenantId }, (tx) =>
    tx
      .select({ type: events.type })
      .from(events)
      .where(eq(events.conversationId, conversationId))
      .orderBy(asc(events.xid), asc(events.seq)),
  );
  return rows.map(({ type }) => type);
}
