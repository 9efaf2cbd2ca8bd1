import journal from "@/db/migrations/meta/_journal.json";
import { withSystem } from "@/db/system";

/** @throws {Error} when no connection is to be had or the database does not answer; never with a driver's words. */
export async function databaseAnswers(): Promise<void> {
  try {
    await withSystem((tx) => tx.$client.query("select 1"));
  } catch (error) {
    throw new Error("The database does not answer.", { cause: error });
  }
}

/** Whether the database is at least as new as this program. A newer one is fine: the next version is being rolled out. */
export async function migrationsAreApplied(): Promise<void> {
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const applied = await newestApplied();
  if (applied < newest) throw new Error("The database misses migrations that this version needs.");
}

async function newestApplied(): Promise<number> {
  try {
    const query = "select coalesce(max(created_at), 0)::bigint as newest from drizzle.__drizzle_migrations";
    const { rows } = await withSystem((tx) => tx.$client.query<{ newest: number }>(query));
    return rows[0]?.newest ?? 0;
  } catch (error) {
    throw new Error("The database does not say which migrations it has.", { cause: error });
  }
}
