import type { Owner } from "@/bench/house/owner";

/** Said again and again, beside a word that only some messages have. */
const words = [
  "where is my order",
  "thank you very much",
  "the parcel has not arrived",
  "could you send the invoice again",
  "Crème brûlée sans sucre",
  "配達はいつですか",
  "cancel my subscription please",
];

export type Archive = {
  tenantId: string;
  owner: { id: string };
  channel: { id: string; portfolioId: string };
  conversations: number;
  messagesEach: number;
};

/**
 * Years of work in one workspace: the texts say where they belong, so that the screen can be checked. As at Meta, the first
 * answers of a month are free, and the rest is not.
 */
export async function fillArchive(
  { query }: Owner,
  { tenantId, owner, channel, conversations, messagesEach }: Archive,
): Promise<void> {
  // Rows that are made to fit need no proof of it; the proof costs more than the rows.
  await query("set session_replication_role = replica");
  await query(
    `create temporary table person as
     select n, uuidv7() as contact, uuidv7() as conversation, uuidv7(- n * interval '5 seconds') as newest,
       now() - n * interval '5 seconds' as active, jsonb_build_object('category', 'service', 'type', case when
         now() - n * interval '5 seconds' < greatest(date_trunc('month', now()), now() - $1 * interval '5 seconds')
           + interval '30 minutes' then 'free_customer_service' else 'regular' end) as pricing
     from generate_series(1, $1::int) n`,
    [conversations],
  );
  await query(
    `insert into contacts (tenant_id, id, portfolio_id, profile_name) select $1, contact, $2, 'Customer ' || n from person`,
    [tenantId, channel.portfolioId],
  );
  await query(
    `insert into contact_identities (tenant_id, portfolio_id, contact_id, kind, value, valid_from, last_seen_at, source)
     select $1, $2, contact, 'phone', '44770' || lpad(n::text, 8, '0'), active, active, 'bench' from person`,
    [tenantId, channel.portfolioId],
  );
  await query(
    `insert into service_windows (tenant_id, contact_id, channel_id, opened_at) select $1, contact, $2, active from person`,
    [tenantId, channel.id],
  );
  // A tenth is at work; the rest has long been resolved, apart from what the first pages of the list show.
  await query(
    `insert into conversations (tenant_id, id, contact_id, channel_id, assignee_id, state, opened_at, resolved_at,
       waiting_since, last_activity_at, last_message_id)
     select $1, conversation, contact, $2, $3, case when n % 10 = 0 or n <= 1000 then 'open' else 'resolved' end,
       active - interval '1 day', case when n % 10 = 0 or n <= 1000 then null else active end, case when n % 20 = 0 then active end, active, newest
     from person`,
    [tenantId, channel.id, owner.id],
  );
  await query(
    `insert into messages (tenant_id, id, conversation_id, contact_id, channel_id, direction, author, type, content,
       preview, wamid, status, at, delivered_at, read_at, pricing)
     select $1, case when place = $3 then newest else uuidv7(active - ($3 - place) * interval '1 minute' - now()) end, conversation, contact, $2,
       case when place % 2 = 0 then 'out' else 'in' end, case when place % 2 = 0 then 'member' else 'contact' end,
       'text', jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', body)), body,
       'wamid.' || encode(('HBgM' || n || ':' || place)::bytea, 'base64'),
       case when place % 2 = 0 then 'read' else 'received' end, at, case when place % 2 = 0 then at end,
       case when place % 2 = 0 then at end, case when place % 2 = 0 then pricing end
     from person, generate_series(1, $3::int) place,
       lateral (select active - ($3 - place) * interval '1 minute' as at) moment,
       lateral (select 'Customer ' || n || ', message ' || place || ' of ' || $3::int || ': ' || ($4::text[])[1 + (n * 7 + place) % 7]
         || ' word' || (n * 7919::bigint + place * 104729) % 50000 as body) text`,
    [tenantId, channel.id, messagesEach, words],
  );
  await query("drop table person");
  await query("set session_replication_role = origin");
  await query("vacuum analyze");
}
