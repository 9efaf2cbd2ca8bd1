/**
 * Search past row-level security, whose planner uses no index through `@@`: definer functions of a role that cannot log
 * in. They take the tenant from the transaction alone, keep to the visibility rule and return nothing but ids. Applied
 * after every migration, with the rights.
 */

/** `lib/conversations/visibility.ts` in SQL, of the conversation `c`; `lib/search` has the test that both agree. */
const visible = `
  (who ->> 'visibility' = 'all' or c.assignee_id = (who ->> 'memberId')::uuid
    or ((c.department_id is null or who -> 'departmentIds' ? c.department_id::text)
      and (who ->> 'visibility' = 'department' or c.state = 'queued' or (c.state = 'snoozed' and c.assignee_id is null))))`;

const narrowed = `
  (not narrowed ? 'states' or narrowed -> 'states' ? c.state)
  and (not narrowed ? 'departmentIds' or narrowed -> 'departmentIds' ? c.department_id::text)
  and (not narrowed ? 'channelIds' or narrowed -> 'channelIds' ? c.channel_id::text)
  and (not narrowed ? 'assigneeIds' or narrowed -> 'assigneeIds' ? coalesce(c.assignee_id::text, 'none'))
  and (not narrowed ? 'labelIds' or exists (select from conversation_labels l where l.tenant_id = c.tenant_id
    and l.conversation_id = c.id and narrowed -> 'labelIds' ? l.label_id::text))`;

const between = (time: string) => `
  (not narrowed ? 'from' or ${time} >= (narrowed ->> 'from')::timestamptz)
  and (not narrowed ? 'to' or ${time} < (narrowed ->> 'to')::timestamptz)`;

const messageWords = "search_message(m.id, m.preview, m.type, m.content, coalesce(m.author_id, m.contact_id))";
const messageConditions = "m.tenant_id = tenant and m.type <> 'reaction' and (before is null or m.id < before)";
const messageKept = `
  m.status not in ('scheduled', 'cancelled')
  and (not narrowed ? 'direction' or m.direction = narrowed ->> 'direction') and ${between("m.at")}
  and ${narrowed} and ${visible}`;
const ofMessage = "join conversations c on c.tenant_id = m.tenant_id and c.id = m.conversation_id";

/** Contacts are looked at one by one: of names that begin as thousands do, some are enough. */
const MOST_CONTACTS = 5_000;

const attributes =
  "language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan";

export const searchSql = `
-- The time before a moment as search goes through it: from an hour, by spans that grow, to all that is older. In the
-- marks of the index, which are the beginnings of ids.
create or replace function search_spans(newest text) returns setof tsquery language plpgsql immutable strict as $$
declare
  at bigint := ('x' || lpad(newest, 16, '0'))::bit(64)::bigint;
  digits int := 7;
  oldest bigint := greatest(at - 3, 0);
begin
  loop
    return next (select string_agg(format('%L', 'at:' || lpad(to_hex(n), digits, '0')), ' | ')::tsquery
      from generate_series(oldest, at) n);
    exit when oldest = 0;
    at := oldest - 1;
    -- Down to where a longer span begins, of sixteen each.
    if at & 15 = 15 and digits > 3 then
      at := at >> 4;
      digits := digits - 1;
    end if;
    oldest := case when digits = 3 then 0 else greatest(((at >> 4) - 1) << 4, 0) end;
  end loop;
end $$;

create or replace function search_messages(sought tsquery, who jsonb, narrowed jsonb, before uuid, most int)
returns setof uuid ${attributes} as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  newest uuid;
  span tsquery;
  hit uuid;
  hits int := 0;
begin
  if tenant is null then return; end if;
  if sought is null then
    return query select m.id from messages m ${ofMessage} where ${messageConditions} and ${messageKept}
      order by m.id desc limit most;
    return;
  end if;
  select m.id into newest from messages m where ${messageConditions} order by m.id desc limit 1;
  for span in select search_spans(left(newest::text, 7)) loop
    for hit in
      -- By itself: asked for the newest few, the planner may walk the table and make the words of row after row.
      with m as materialized (
        select * from messages m where ${messageConditions} and ${messageWords} @@ (sought && span))
      select m.id from m ${ofMessage} where ${messageKept} order by m.id desc limit most - hits
    loop
      hits := hits + 1;
      return next hit;
    end loop;
    exit when hits >= most;
  end loop;
end $$;

create or replace function search_notes(sought tsquery, who jsonb, narrowed jsonb, before uuid, most int)
returns setof uuid ${attributes} as $$
declare tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then return; end if;
  return query select n.id from (
      select * from notes n where n.tenant_id = tenant and n.deleted_at is null and (before is null or n.id < before)
        and search_words(n.body, array['by:' || n.author_id::text]) @@ sought) n
    join conversations c on c.tenant_id = n.tenant_id and c.id = n.conversation_id
    where ${between("n.at")} and ${narrowed} and ${visible} order by n.id desc limit most;
end $$;

create or replace function search_contacts(sought tsquery, digits text, who jsonb, before uuid, most int)
returns setof uuid ${attributes} as $$
declare tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then return; end if;
  return query select found.id from (
      (select p.id from contacts p where p.tenant_id = tenant and search_contact(p.name, p.profile_name, p.username) @@ sought
        limit ${MOST_CONTACTS})
      union
      (select i.contact_id from contact_identities i where i.tenant_id = tenant and i.kind = 'phone' and i.valid_to is null
        and search_number(i.value) @@ (quote_literal(digits) || ':*')::tsquery limit ${MOST_CONTACTS})) found (id)
    where (before is null or found.id < before) and (who ->> 'visibility' = 'all'
      or not exists (select from conversations c where c.tenant_id = tenant and c.contact_id = found.id)
      or exists (select from conversations c where c.tenant_id = tenant and c.contact_id = found.id and ${visible}))
    order by found.id desc limit most;
end $$;
`;

const functions = [
  "search_messages(tsquery, jsonb, jsonb, uuid, int)",
  "search_notes(tsquery, jsonb, jsonb, uuid, int)",
  "search_contacts(tsquery, text, jsonb, uuid, int)",
];

export const searchRightsSql = `
grant select on messages, notes, contacts, contact_identities, conversations, conversation_labels to parley_search;
${functions
  .map(
    (name) => `
alter function ${name} owner to parley_search;
revoke all on function ${name} from public;
grant execute on function ${name} to parley_app;`,
  )
  .join("")}
`;
