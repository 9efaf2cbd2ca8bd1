import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { query } from "@/scripts/support/database.mjs";
import { startTemporaryPostgres } from "@/scripts/support/postgres/temporary.mjs";

/** What a test file needs to make a database of its own. */
export type TestCluster = { port: number; password: string; rolePassword: string; template: string; filesDir: string };

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Starts a PostgreSQL for this run, with one migrated database from which each test file clones its own. */
export default async function setup(project: TestProject) {
  const postgres = await startTemporaryPostgres({ settings: { max_connections: 300 } });
  try {
    const template = "parley_template";
    const rolePassword = randomBytes(16).toString("hex");
    await query(postgres.url("postgres"), `create database ${template}`);
    await migrate({ ownerUrl: postgres.url(template), rolePassword });
    // A connection, even autovacuum's, would hinder the cloning.
    await query(postgres.url("postgres"), `alter database ${template} with allow_connections false is_template true`);
    const password = new URL(postgres.url("postgres")).password;
    project.provide("cluster", { port: postgres.port, password, rolePassword, template, filesDir: postgres.place });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres.stop;
}
