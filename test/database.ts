import { inject } from "vitest";
import { query } from "@/scripts/support/database.mjs";
import { databaseEnvironment } from "@/scripts/support/roles.mjs";

const slot = process.env.VITEST_POOL_ID ?? "0";
const prefix = `test_${slot}_`;

function superuserUrl(database: string) {
  const { port, password } = inject("cluster");
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** A file's database is dropped by a later file of the same slot: by then nothing of it can complain of lost connections. */
async function dropEarlierOnes() {
  const server = superuserUrl("postgres");
  const unused = await query(
    server,
    `select datname as name from pg_database d where starts_with(datname, $1)
     and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
    [prefix],
  );
  for (const { name } of unused) await query(server, `drop database if exists ${name}`).catch(() => undefined);
}

let clones = 0;

/** A fresh, migrated, empty database, with the variables by which our processes reach it. */
export async function cloneDatabase() {
  const { rolePassword, template } = inject("cluster");
  if (clones === 0) await dropEarlierOnes();
  clones += 1;
  const name = `${prefix}${Date.now().toString(36)}_${process.pid}_${clones}`;
  await query(superuserUrl("postgres"), `create database ${name} template ${template}`);
  const ownerUrl = superuserUrl(name);
  return { name, ownerUrl, environment: databaseEnvironment(ownerUrl, rolePassword) };
}

/** Asks this file's database as its superuser, whom no policy hinders: for setting the scene and for looking behind it. */
export function ownerQuery<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]> {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  return query(superuserUrl(name), sql, values);
}
