/** Brings a database to the present: roles, tables, rights. Safe to run twice and from several engines at once. */
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";
import { rightsSql, rolesSql } from "./rights";
import { searchRightsSql, searchSql } from "./search";

const LOCK = 20_261_121;

export type MigrateOptions = {
  /** A role that may create roles and schemas, a superuser for the embedded database. */
  ownerUrl: string;
  /** Letters and digits; the password of the four roles that log in. */
  rolePassword: string;
};

export async function migrate({ ownerUrl, rolePassword }: MigrateOptions): Promise<void> {
  if (!/^[A-Za-z0-9_-]{12,}$/.test(rolePassword)) {
    throw new Error("The roles' password should have at least 12 letters, digits, - or _.");
  }
  const client = new Client({ connectionString: ownerUrl, application_name: "parley_migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(rolesSql(rolePassword));
    const { rows } = await client.query("select quote_ident(current_database()) as name");
    await client.query(`grant create, connect on database ${rows[0].name} to parley_owner`);
    await client.query("grant usage, create on schema public to parley_owner");
    // Whoever a function is given to has to be allowed to make one; afterwards not any more.
    await client.query("grant usage, create on schema public to parley_search; grant parley_search to parley_owner");
    await client.query("set role parley_owner");
    await applyMigrations(drizzle(client), { migrationsFolder: "db/migrations" });
    await client.query(rightsSql + searchSql + searchRightsSql);
    await client.query("reset role; revoke create on schema public from parley_search");
  } finally {
    await client.end();
  }
}
