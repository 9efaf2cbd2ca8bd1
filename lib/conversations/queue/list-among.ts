import { withSystem } from "@/db/system";
import type { RecordedEvent } from "@/lib/events";

/** By its name the database knows the statement again; the condition says `c` for a conversation. */
type Which = { name: string; condition: string };

/** Those of a batch's conversations for which a condition holds: one statement for all workspaces. */
export async function listAmong(
  events: readonly RecordedEvent[],
  { name, condition }: Which,
): Promise<Set<string | null>> {
  const told = events.filter(({ conversationId }) => conversationId !== null);
  if (told.length === 0) return new Set();
  const { rows } = await withSystem((tx) =>
    tx.$client.query<{ id: string }>({
      name,
      text: `
        select distinct c.id from unnest($1::uuid[], $2::uuid[]) as w (tenant_id, id)
        join conversations c on c.tenant_id = w.tenant_id and c.id = w.id
        where ${condition}`,
      values: [told.map(({ tenantId }) => tenantId), told.map(({ conversationId }) => conversationId)],
    }),
  );
  return new Set(rows.map(({ id }) => id));
}
