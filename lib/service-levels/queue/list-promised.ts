import { withSystem } from "@/db/system";
import type { RecordedEvent } from "@/lib/events";

/**
 * Those of a batch's conversations of which something is promised: a policy holds, or something runs already. One
 * statement for all workspaces; windows that are about to close are looked for by themselves.
 */
export async function listPromised(events: readonly RecordedEvent[]): Promise<Set<string>> {
  const told = events.filter(({ conversationId }) => conversationId !== null);
  if (told.length === 0) return new Set();
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ id: string }>({
      name: "list_promised",
      text: `
        select distinct c.id from unnest($1::uuid[], $2::uuid[]) as w (tenant_id, id)
        join conversations c on c.tenant_id = w.tenant_id and c.id = w.id
        where exists (select from departments d where d.tenant_id = c.tenant_id and d.id = c.department_id
            and d.service_level_policy_id is not null)
          or exists (select from service_levels l where l.tenant_id = c.tenant_id and l.conversation_id = c.id
            and l.met_at is null and l.cancelled_at is null)`,
      values: [told.map(({ tenantId }) => tenantId), told.map(({ conversationId }) => conversationId)],
    }),
  );
  return new Set(rows.map(({ id }) => id));
}
