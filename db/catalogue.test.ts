import { expect, test } from "vitest";
import { ownerQuery } from "@/test/database";

/** The tables that belong to the installation. Everything else belongs to a tenant and is walled. */
const globalTables = [
  "channel_directory",
  "event_readers",
  "meta_apps",
  "rate_limits",
  "sessions",
  "tenants",
  "tokens",
  "users",
  "webhook_log",
];

/** Claiming due work and retention read across tenants, so these begin with what makes a row due. */
const queueIndexes = [
  "contact_merges_age",
  "conversation_greetings_due",
  "conversations_wake",
  "errands_due",
  "media_due",
  "notes_deleted",
  "offers_due",
  "reminders_due",
  "routing_decisions_age",
  "rule_runs_age",
  "rule_webhooks_due",
  "service_levels_due",
  "service_levels_warn",
  "silences_close",
  "silences_warn",
  "surveys_due",
  "outbox_due",
  "outbox_leased",
  "outbox_scheduled",
  "outbox_unsettled",
  "template_syncs_due",
  "uploads_age",
  "webhook_items_payloads",
];

const policy =
  "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS \"nullif\"))";

type Table = { name: string; rls: boolean; forced: boolean; hasTenant: boolean };

const tables = () =>
  ownerQuery<Table>(`
    select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as "hasTenant"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`);

const tenantTables = async () => (await tables()).filter(({ name }) => !globalTables.includes(name));

test("every table is a tenant's, with row-level security forced, or on the short list of global ones", async () => {
  const found = await tables();
  expect(found.length).toBeGreaterThan(20);
  for (const table of await tenantTables()) {
    expect(table, table.name).toEqual({ name: table.name, rls: true, forced: true, hasTenant: true });
  }
  expect(globalTables.filter((name) => !found.some((table) => table.name === name))).toEqual([]);
});

test("every tenant table has the one canonical policy, for the application's role, and no other", async () => {
  const policies = await ownerQuery<{ table: string; using: string; check: string; roles: string[]; command: string }>(
    `select tablename as table, qual as using, with_check as check, roles::text[] as roles, cmd as command
     from pg_policies where schemaname = 'public' order by 1`,
  );
  const expected = (await tenantTables()).map(({ name }) => ({
    table: name,
    using: policy,
    check: policy,
    roles: ["parley_app"],
    command: "ALL",
  }));
  expect(policies).toEqual(expected);
});

test("every foreign key between tenant tables carries the tenant on both sides", async () => {
  const walled = new Set((await tenantTables()).map(({ name }) => name));
  const keys = await ownerQuery<{ name: string; from: string; to: string; columns: string[]; targets: string[] }>(`
    select k.conname as name, f.relname as from, t.relname as to,
      array(select a.attname::text from unnest(k.conkey) with ordinality x(n, at) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.n order by x.at) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality x(n, at) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.n order by x.at) as targets
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = f.relnamespace where k.contype = 'f' and n.nspname = 'public'`);
  const between = keys.filter(({ from, to }) => walled.has(from) && walled.has(to));
  expect(between.length).toBeGreaterThan(15);
  for (const key of between) {
    expect([key.name, key.columns[0], key.targets[0]]).toEqual([key.name, "tenant_id", "tenant_id"]);
  }
});

test("every index of a tenant table begins with the tenant, but for those that find due work and the event log's order", async () => {
  const walled = new Set((await tenantTables()).map(({ name }) => name));
  const indexes = await ownerQuery<{ table: string; name: string; first: string }>(`
    select t.relname as table, i.relname as name, a.attname as first
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where n.nspname = 'public'`);
  const astray = indexes
    .filter(({ table, name, first }) => walled.has(table) && first !== "tenant_id" && !queueIndexes.includes(name))
    .map(({ name }) => name);
  expect(astray).toEqual(["events_xid_seq_pk"]);
});

test("no role that serves requests owns a table or bypasses row-level security, and the door may only append", async () => {
  const roles = await ownerQuery<{ name: string; bypasses: boolean; isSuper: boolean }>(
    `select rolname as name, rolbypassrls as bypasses, rolsuper as "isSuper" from pg_roles
     where rolname in ('parley_app', 'parley_door') order by 1`,
  );
  expect(roles).toEqual([
    { name: "parley_app", bypasses: false, isSuper: false },
    { name: "parley_door", bypasses: false, isSuper: false },
  ]);
  const owners = await ownerQuery(`select distinct tableowner from pg_tables where schemaname = 'public'`);
  expect(owners).toEqual([{ tableowner: "parley_owner" }]);
  const door = await ownerQuery(
    `select distinct table_name as table, privilege_type as may from information_schema.role_table_grants where grantee = 'parley_door'`,
  );
  expect(door).toEqual([{ table: "webhook_log", may: "INSERT" }]);
});

/** They answer with ids alone, of the transaction's tenant; `lib/search` proves it. */
const searches = ["search_contacts", "search_messages", "search_notes"];

test("no view, materialised view or definer function but search looks past the wall", async () => {
  const views = await ownerQuery(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('v', 'm')`,
  );
  const definers = await ownerQuery(
    `select p.proname as name, r.rolname as owner, r.rolcanlogin as "canLogin", p.prorettype::regtype::text as returns,
       has_function_privilege('public', p.oid, 'execute') as "isForAll"
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
     where n.nspname = 'public' and p.prosecdef order by 1`,
  );
  const search = { owner: "parley_search", canLogin: false, returns: "uuid", isForAll: false };
  expect(views).toEqual([]);
  expect(definers).toEqual(searches.map((name) => ({ name, ...search })));
});
