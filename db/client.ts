import "server-only";
/** Connection pools, one a database role; what a statement may see depends on the role, so each has its own door. */
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient, types } from "pg";
import { env } from "@/lib/env";

export type Client = PoolClient;
export type Database = NodePgDatabase<Record<string, never>> & { $client: Client };

type Role = "app" | "door" | "system";

const size: Record<Role, number> = { app: 16, door: 3, system: 6 };
const pools = new Map<Role, Pool>();
const databases = new WeakMap<Client, Database>();

// bigint columns here are sequences that stay far below 2^53.
types.setTypeParser(types.builtins.INT8, Number);

export function pool(role: Role): Pool {
  const known = pools.get(role);
  if (known) return known;
  const { DATABASE_URL, DATABASE_DOOR_URL, DATABASE_SYSTEM_URL } = env();
  const connectionString = { app: DATABASE_URL, door: DATABASE_DOOR_URL, system: DATABASE_SYSTEM_URL }[role];
  const made = new Pool({
    connectionString,
    max: size[role],
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: `parley_${role}`,
    keepAlive: true,
    // Statements that do not wait for each other share a trip: on busy processors it is the trips that cost.
    pipeline: true,
  });
  // Without a listener a restart of PostgreSQL ends the process.
  made.on("error", () => undefined);
  pools.set(role, made);
  return made;
}

export function databaseOf(client: Client): Database {
  const known = databases.get(client);
  if (known) return known;
  const made = drizzle(client, { casing: "snake_case" }) as unknown as Database;
  databases.set(client, made);
  return made;
}

/** For gauges: how many connections are open and how many callers wait for one. */
export function poolSizes(): { role: Role; total: number; idle: number; waiting: number }[] {
  return [...pools].map(([role, { totalCount, idleCount, waitingCount }]) => ({
    role,
    total: totalCount,
    idle: idleCount,
    waiting: waitingCount,
  }));
}

export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((each) => each.end()));
}
