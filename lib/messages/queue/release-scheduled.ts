import { withSystem } from "@/db/system";
import { withTenant } from "@/db/tenant";
import { systemActor } from "@/lib/auth";
import { log } from "@/lib/log";
import { releaseMessage } from "@/lib/messages/release";

const MOST_AT_ONCE = 200;

type Due = { tenantId: string; conversationId: string; messageId: string };

/** Sends off what was written for a time that has come. Each in a transaction of its own: one that fails holds up no other. */
export async function releaseScheduled(): Promise<void> {
  for (const due of await findDue()) {
    const actor = systemActor(due.tenantId, "send");
    try {
      await withTenant(actor, (tx) => releaseMessage(tx, actor, due, { early: false }));
    } catch (error) {
      log().error({ error, messageId: due.messageId }, "A scheduled message could not be sent off.");
    }
  }
}

async function findDue(): Promise<Due[]> {
  const { rows } = await withSystem((tx) =>
    tx.$client.query<Due>(
      `select o.tenant_id as "tenantId", o.conversation_id as "conversationId", o.message_id as "messageId"
       from outbox o join tenants t on t.id = o.tenant_id and t.status = 'active'
       where o.state = 'scheduled' and o.not_before <= now() order by o.not_before limit ${MOST_AT_ONCE}`,
    ),
  );
  return rows;
}
