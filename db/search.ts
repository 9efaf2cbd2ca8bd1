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

/** So many messages are sorted while one waits. */
const FEW = 2_000;

/** Contacts are looked at one by one: of names that begin as thousands do, some are enough. */
const MOST_CONTACTS = 5_000;

const attributes =
  "language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan";

export const searchSql = `
-- The time between two moments as search goes through it: back from the later one, first an hour, then by spans that
-- grow. In the marks of the index, which are the beginnings of ids. A span has few marks: each is asked about each message
-- that has any of them.
drop function if exists search_spans(text);
create or replace function search_spans(newest text, oldest text) returns setof tsquery language plpgsql immutable strict as $$
declare
  at bigint := ('x' || lpad(newest, 16, '0'))::bit(64)::bigint;
  until bigint := ('x' || lpad(oldest, 16, '0'))::bit(64)::bigint;
  digits int := 7;
  first bigint := greatest(at - 3, until);
begin
  loop
    return next (select string_agg(format('%L', 'at:' || lpad(to_hex(n), digits, '0')), ' | ')::tsquery
      from generate_series(first, at) n);
    exit when first <= until;
    at := first - 1;
    -- Down to where a longer span begins, of sixteen each.
    if at & 15 = 15 and digits > 3 then
      at := at >> 4;
      until := until >> 4;
      digits := digits - 1;
    end if;
    first := greatest((at >> 4) << 4, until);
  end loop;
end $$;

create or replace function search_messages(sought tsquery, who jsonb, narrowed jsonb, before uuid, most int)
returns setof uuid ${attributes} as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  newest uuid;
  oldest uuid;
  span tsquery;
  few uuid[];
  hit uuid;
  last_hit uuid;
  hits int := 0;
  matches bigint;
begin
  if tenant is null then return; end if;
  if sought is null then
    return query select m.id from messages m ${ofMessage} where ${messageConditions} and ${messageKept}
      order by m.id desc limit most;
    return;
  end if;
  select m.id into newest from messages m where ${messageConditions} order by m.id desc limit 1;
  select m.id into oldest from messages m where ${messageConditions} order by m.id limit 1;
  for span in select search_spans(left(newest::text, 7), left(oldest::text, 7)) loop
    for hit, matches in
      -- By itself: asked for the newest few, the planner may walk the table and make the words of row after row.
      with m as materialized (
        select * from messages m where ${messageConditions} and ${messageWords} @@ (sought && span))
      select kept.id, counted.matches from (select count(*) as matches from m) counted
        left join lateral (
          select m.id from m ${ofMessage} where ${messageKept} order by m.id desc limit most - hits) kept on true
        order by kept.id desc
    loop
      continue when hit is null;
      hits := hits + 1;
      last_hit := hit;
      return next hit;
    end loop;
    exit when hits >= most;
    if few is null and matches < most then
      -- What is rare is taken all at once: each span costs as much. What is not fills a page within a few spans.
      with m as materialized (select m.id from messages m where ${messageConditions} and ${messageWords} @@ sought)
      select coalesce(array_agg(id), '{}') into few from (select m.id from m limit ${FEW + 1}) found;
      if cardinality(few) <= ${FEW} then
        return query select m.id from messages m ${ofMessage}
          where m.tenant_id = tenant and m.id = any(few) and (last_hit is null or m.id < last_hit) and ${messageKept}
          order by m.id desc limit most - hits;
        return;
      end if;
    end if;
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
