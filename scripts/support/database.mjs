import { Failure } from "./command.mjs";

/** Loaded late: this file may be read before anything is installed. */
async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Failure(`The database ${pathname.slice(1)} on ${host} does not let us in: ${error.message}.`);
  }
  return client;
}

/**
 * @param {string} url
 * @param {string} sql
 * @param {unknown[]} [values]
 * @returns {Promise<any[]>} the rows
 */
export async function query(url, sql, values) {
  const client = await connect(url);
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * @param {string} adminUrl of another database on the same server
 * @param {string} name
 */
export async function ensureDatabase(adminUrl, name) {
  const found = await query(adminUrl, "select 1 from pg_database where datname = $1", [name]);
  if (found.length === 0) await query(adminUrl, `create database "${name}"`);
}

/**
 * @param {string} databaseUrl as given
 * @throws {Failure} when nobody answers there, or an older PostgreSQL than we need
 */
export async function ensurePostgres18(databaseUrl) {
  const [{ number, name }] = await query(
    databaseUrl,
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  if (number < 180_000) throw new Failure(`DATABASE_URL should be a PostgreSQL 18 or later, but is ${name}.`);
}

/**
 * The demo shows made-up customers, and its password is on the screen: not beside anybody's real work.
 * @param {string} ownerUrl
 * @throws {Failure} when the database holds a tenant that is not the demo's
 */
export async function refuseOthersTenants(ownerUrl) {
  const [{ there }] = await query(ownerUrl, "select to_regclass('public.tenants') is not null as there");
  if (!there) return;
  const [{ others }] = await query(ownerUrl, "select count(*)::int as others from tenants where not is_demo");
  if (others > 0) {
    throw new Failure(
      `This database holds ${others} ${others === 1 ? "tenant that is" : "tenants that are"} not the demo's, so the demo does not start on it. ` +
        "npm run serve starts the real thing; DATABASE_URL or DATA_DIR chooses another database.",
    );
  }
}
