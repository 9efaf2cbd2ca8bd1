import { withSystem } from "@/db/system";
import type { RecordedEvent } from "@/lib/events";

/** Those of a batch's conversations whose department takes silence for an end, or did: one statement for all workspaces. */
export async function listHeeded(events: readonly RecordedEvent[]): Promise<Set<string>> {
  const told = events.filter(({ conversationId }) => conversationId !== null);
  if (told.length === 0) return new Set();
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ id: string }>({
      name: "list_heeded",
      text: `
        select distinct c.id from unnest($1::uuid[], $2::uuid[]) as w (tenant_id, id)
        join conversations c on c.tenant_id = w.tenant_id and c.id = w.id
        where exists (select from silence_settings s where s.tenant_id = c.tenant_id and s.department_id = c.department_id)
          or exists (select from silences o where o.tenant_id = c.tenant_id and o.conversation_id = c.id)`,
      values: [told.map(({ tenantId }) => tenantId), told.map(({ conversationId }) => conversationId)],
    }),
  );
  return new Set(rows.map(({ id }) => id));
}
