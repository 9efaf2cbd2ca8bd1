import type { Transaction } from "@/db/transaction";
import type { TemplateFacts } from "@/lib/templates/types";

type Leaving = { tenantId: string; messageId: string; type: string };

/** The templates that messages about to leave are sent by, as they are now: one may have been paused since. */
export async function readTemplateFacts(tx: Transaction, leaving: Leaving[]): Promise<Map<string, TemplateFacts>> {
  const wanted = leaving.filter(({ type }) => type === "template");
  if (wanted.length === 0) return new Map();
  const { rows } = await tx.$client.query<TemplateFacts & { id: string }>({
    name: "read_template_facts",
    text: `
      select m.id, t.category, case when t.removed_at is null then t.status else 'REMOVED' end as status
      from unnest($1::uuid[], $2::uuid[]) as wanted (tenant_id, id)
      join messages m on m.tenant_id = wanted.tenant_id and m.id = wanted.id
      join channels c on c.tenant_id = m.tenant_id and c.id = m.channel_id
      cross join lateral (
        select category, status, removed_at from templates
        where tenant_id = m.tenant_id and waba_id = c.waba_id and name = m.content -> 'template' ->> 'name'
          and language = m.content -> 'template' -> 'language' ->> 'code'
        order by removed_at is not null, created_at desc limit 1) t`,
    values: [wanted.map(({ tenantId }) => tenantId), wanted.map(({ messageId }) => messageId)],
  });
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
