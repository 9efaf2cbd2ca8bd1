import pg from "pg";
import { expect } from "vitest";
import type { House } from "./house";

/**
 * Takes locks in a transaction of the test's own, so that the engine stops at its next statement that needs them: a step
 * between two of its commits becomes a moment in which it can be killed.
 */
export async function hold(house: House, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: house.ownerUrl });
  await client.connect();
  await client.query("begin");
  await client.query(sql, values);
  /** Resolves when this statement of the engine's waits for what is held. */
  const untilWaitedFor = (statement: string) =>
    expect
      .poll(() => waiting(house), { timeout: 15_000, interval: 20 })
      .toContainEqual({ query: expect.stringContaining(statement) });
  return { untilWaitedFor, release: () => client.end() };
}

function waiting(house: House): Promise<{ query: string }[]> {
  return house.query(
    `select query from pg_stat_activity
     where datname = current_database() and application_name like 'parley_%' and wait_event_type = 'Lock'`,
  );
}
