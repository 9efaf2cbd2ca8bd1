import { ownerQuery } from "./database";

/**
 * What a tenant knows, without ids of ours and without times of arrival, so that two tenants to which the same webhooks
 * came in different orders can be compared. A time after `startedAt` was an arrival.
 */
export async function projectionOf(tenantId: string, startedAt: Date) {
  const time = (column: string) => `case when ${column} >= $2 then 'arrival' else ${column}::text end`;
  const rows = async (statement: string) => {
    const found = await ownerQuery<Record<string, unknown>>(
      statement,
      statement.includes("$2") ? [tenantId, startedAt] : [tenantId],
    );
    return found.map((row) => JSON.stringify(row)).sort();
  };
  const person = `(
    select string_agg(i.kind || ' ' || i.value || ' ' || ${time("i.valid_from")} || ' to ' ||
      coalesce(${time("i.valid_to")}, 'now'), ', ' order by i.kind, i.value, i.valid_from)
    from contact_identities i where i.tenant_id = $1 and i.contact_id = k.id)`;
  return {
    contacts: await rows(
      `select ${person} as person, k.profile_name, ${time("k.profile_name_at")} as named_at from contacts k where k.tenant_id = $1`,
    ),
    messages: await rows(
      `select c.phone_number_id, m.wamid, ${person} as person, m.direction, m.author, m.type, m.content, m.preview, m.status,
         m.quoted_wamid, ${time("m.at")} as at, ${time("m.edited_at")} as edited_at, ${time("m.revoked_at")} as revoked_at,
         m.cleaned, (select count(*) from media d where d.tenant_id = $1 and d.message_id = m.id) as files
       from messages m join contacts k on k.tenant_id = $1 and k.id = m.contact_id
       join channels c on c.tenant_id = $1 and c.id = m.channel_id where m.tenant_id = $1`,
    ),
    statuses: await rows(
      `select s.wamid, s.status, s.recipient, ${time("s.at")} as at, s.pricing, s.errors,
         s.message_id is not null as has_message
       from message_statuses s where s.tenant_id = $1`,
    ),
    reactions: await rows(
      `select r.target_wamid, r.author, r.emoji, ${time("r.at")} as at, ${person} as person
       from reactions r join contacts k on k.tenant_id = $1 and k.id = r.contact_id where r.tenant_id = $1`,
    ),
    amendments: await rows(
      `select a.wamid, a.kind, a.original_wamid, a.content, ${time("a.at")} as at, ${person} as person
       from amendments a left join contacts k on k.tenant_id = $1 and k.id = a.contact_id where a.tenant_id = $1`,
    ),
    windows: await rows(
      `select c.phone_number_id, ${person} as person, ${time("w.opened_at")} as opened_at, ${time("w.free_until")} as free_until
       from service_windows w join contacts k on k.tenant_id = $1 and k.id = w.contact_id
       join channels c on c.tenant_id = $1 and c.id = w.channel_id where w.tenant_id = $1`,
    ),
    consents: await rows(
      `select ${person} as person, s.purpose, s.state, s.source, ${time("s.at")} as at
       from consents s join contacts k on k.tenant_id = $1 and k.id = s.contact_id
       where s.tenant_id = $1 and s.source <> 'first_inbound'`,
    ),
    // A hand-over of a thread that is not there yet has nothing to hand over: that is not to be the same in any order.
    items: await rows(
      `select kind, outcome, reason, count(*) from webhook_items where tenant_id = $1 and kind <> 'handover'
       group by 1, 2, 3`,
    ),
  };
}
