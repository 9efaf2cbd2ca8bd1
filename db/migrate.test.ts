import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { query } from "@/scripts/support/database.mjs";
import { migrate } from "./migrate";

type Journal = { entries: { tag: string }[] };

/** The migrations as they were when only the first so many had been released. */
function firstOf(count: number): string {
  const folder = join(inject("cluster").filesDir, `migrations-${count}`);
  const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as Journal;
  const entries = journal.entries.slice(0, count);
  mkdirSync(join(folder, "meta"), { recursive: true });
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  for (const { tag } of entries) cpSync(`db/migrations/${tag}.sql`, join(folder, `${tag}.sql`));
  return folder;
}

/** The rights of that release are not known any more, but for one: every policy holds for the owner, too. */
async function bringToRelease(ownerUrl: string, migrationsFolder: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query("select quote_ident(current_database()) as name");
  await client.query(`grant create on database ${rows[0].name} to parley_owner`);
  await client.query("grant usage, create on schema public to parley_owner");
  await client.query("set role parley_owner");
  await applyMigrations(drizzle(client), { migrationsFolder });
  await client.query(`do $$ declare name text; begin
    for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
    loop execute format('alter table %I force row level security', name); end loop; end $$`);
  await client.end();
}

test("an installation that began with the first release keeps what it has, and what it has goes on working", async () => {
  const { port, password, rolePassword } = inject("cluster");
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  const name = `upgraded_${Date.now().toString(36)}`;
  await query(urlOf("postgres"), `create database ${name}`);
  const ownerUrl = urlOf(name);
  await bringToRelease(ownerUrl, firstOf(1));
  const [tenantId, userId, memberId, macroId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const write = (sql: string, values: unknown[]) => query(ownerUrl, sql, values);
  await write("insert into tenants (id, slug, name) values ($1, 'old', 'Old friends')", [tenantId]);
  await write("insert into users (id, email, name, password_hash) values ($1, 'mei@old.example', 'Mei', '-')", [
    userId,
  ]);
  await write(
    `insert into members (tenant_id, id, user_id, name, email, role, visibility)
     values ($1, $2, $3, 'Mei', 'mei@old.example', 'owner', 'all')`,
    [tenantId, memberId, userId],
  );
  await write("insert into macros (tenant_id, id, name, key, actions) values ($1, $2, 'Bye', '3', '[]')", [
    tenantId,
    macroId,
  ]);

  await migrate({ ownerUrl, rolePassword });
  await migrate({ ownerUrl, rolePassword });
  expect(await query(ownerUrl, "select id, scope, name from macros")).toEqual([
    { id: macroId, scope: "workspace", name: "Bye" },
  ]);
  expect(await query(ownerUrl, "select * from macro_keys")).toEqual([
    { tenant_id: tenantId, member_id: memberId, key: "3", macro_id: macroId },
  ]);
  await query(urlOf("postgres"), `drop database ${name}`);
});
