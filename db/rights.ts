/** Roles and rights, applied after every migration: idempotent, so that a new table can never be without them. */

const loginRoles = ["parley_owner", "parley_app", "parley_door", "parley_system"] as const;

/**
 * A queue is empty most of the time, and a plan that was made then and kept (a named statement's) scans it row by row when
 * it fills: every statement is planned for what the tables hold now.
 *
 * `password` has been checked to hold letters and digits only: a role's password takes no parameter.
 */
export function rolesSql(password: string): string {
  const create = (role: string, options: string) =>
    `if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${options}; end if;`;
  return `
do $$ begin
  ${create("parley_owner", "login")}
  ${create("parley_app", "login")}
  ${create("parley_door", "login")}
  ${create("parley_system", "login bypassrls")}
  ${create("parley_search", "nologin bypassrls")}
end $$;
${loginRoles.map((role) => `alter role ${role} password '${password}';`).join("\n")}
${["parley_app", "parley_door", "parley_system"].map((role) => `alter role ${role} set plan_cache_mode = 'force_custom_plan';`).join("\n")}
alter role parley_app set statement_timeout = '10s';
alter role parley_app set lock_timeout = '5s';
alter role parley_app set idle_in_transaction_session_timeout = '10s';
alter role parley_app set transaction_timeout = '30s';
alter role parley_door set statement_timeout = '5s';
alter role parley_system set idle_in_transaction_session_timeout = '10s';
alter role parley_system set lock_timeout = '5s';
`;
}

export const rightsSql = `
do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
  loop
    execute format('alter table %s force row level security', t.name);
    execute format('grant select, insert, update, delete on %s to parley_app', t.name);
    execute format('grant select, insert, update, delete on %s to parley_system', t.name);
  end loop;
end $$;
revoke update, delete on audit, consents from parley_app;
grant delete on consents to parley_app;
revoke update on events from parley_app;
grant update (contact_id, message_id, payload) on events to parley_app;
grant select, insert, update, delete on
  tenants, users, sessions, tokens, meta_apps, channel_directory, webhook_log, rate_limits, event_readers to parley_system;
grant insert on webhook_log to parley_door;
grant select (id, key) on meta_apps to parley_door;
grant usage on schema drizzle to parley_system;
grant select on drizzle.__drizzle_migrations to parley_system;
grant usage on schema public to parley_app, parley_door, parley_system, parley_search;
`;
