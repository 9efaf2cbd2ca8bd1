import { withSystem } from "@/db/system";
import { type Loop, startLoop } from "@/lib/jobs";
import { dropOrphanedUploads } from "@/lib/media";
import { MINUTE } from "@/lib/time";

const KEPT = "interval '7 days'";
const AT_ONCE = 2_000;

/**
 * What came raw is kept for seven days: the log of the door goes once it is read, and of the items what was in them. Files
 * that were brought and never sent go after one.
 */
export function startRetention({ idleMs = 10 * MINUTE }: { idleMs?: number } = {}): Loop {
  return startLoop({ name: "retention", idleMs, round: dropOld });
}

async function dropOld(): Promise<boolean> {
  const [moreWebhooks, moreUploads] = [await dropOldWebhooks(), await dropOrphanedUploads()];
  return moreWebhooks || moreUploads;
}

/** In pieces, since a long transaction would hold back every reader of the event log. Answers whether there is more. */
export async function dropOldWebhooks(): Promise<boolean> {
  const dropped = await withSystem(async (tx) => {
    const log = await tx.$client.query(
      `delete from webhook_log where id in (
         select id from webhook_log where state <> 'pending' and received_at < now() - ${KEPT} order by received_at limit ${AT_ONCE})`,
    );
    const items = await tx.$client.query(
      `update webhook_items i set payload_sealed = null
       from (select tenant_id, id from webhook_items
             where received_at < now() - ${KEPT} and payload_sealed is not null limit ${AT_ONCE}) as old
       where i.tenant_id = old.tenant_id and i.id = old.id`,
    );
    return Math.max(log.rowCount ?? 0, items.rowCount ?? 0);
  });
  return dropped === AT_ONCE;
}
