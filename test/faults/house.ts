/** A small installation for one file of tests: PostgreSQL, the simulator, a stand-in for web, and engines to be killed. */
import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll } from "vitest";
import { closePools } from "@/db/client";
import { migrate } from "@/db/migrate";
import { query } from "@/scripts/support/database.mjs";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { startTemporaryPostgres } from "@/scripts/support/postgres/temporary.mjs";
import { processEnvironment } from "@/scripts/support/process-environment.mjs";
import { databaseEnvironment } from "@/scripts/support/roles.mjs";
import { readSecrets } from "@/scripts/support/secrets.mjs";
import { startSimulator } from "@/simulator";

export type House = Awaited<ReturnType<typeof openHouse>>;

/**
 * Opened at the head of a file, before anything reads the environment, and closed after its last test. What PostgreSQL has
 * acknowledged here survives its own death.
 */
export async function openHouse() {
  const ends: (() => unknown)[] = [];
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  }, 60_000);
  const postgres = await startTemporaryPostgres({ settings: { synchronous_commit: "on" } });
  ends.push(postgres.stop);
  const rolePassword = randomBytes(16).toString("hex");
  await query(postgres.url("postgres"), "create database parley");
  const ownerUrl = postgres.url("parley");
  await migrate({ ownerUrl, rolePassword });

  const [port = 0, simulatorPort = 0, webPort = 0] = await findFreePorts(3);
  const web = await listen(
    createServer((_, response) => response.end("{}")),
    webPort,
  );
  ends.push(() => web.close());
  // A receiver that was killed is tried again soon, so that the load never pauses for long.
  const delivery = { retryBaseMs: 50, retryCapMs: 400, timeoutMs: 10_000, batchSize: 20 };
  const simulator = await startSimulator({ port: simulatorPort, delivery, behaviour: { latencyMs: 20 } });
  ends.push(simulator.close);

  const dataDir = join(postgres.place, "files");
  mkdirSync(dataDir);
  const settings = { host: "127.0.0.1", port, simulatorPort, dataDir, databaseUrl: undefined, given: {} };
  const environment = {
    ...processEnvironment({ mode: "test", settings, secrets: readSecrets(dataDir), webPort }),
    ...databaseEnvironment(ownerUrl, rolePassword),
    LOG_LEVEL: "warn",
  };
  Object.assign(process.env, environment, { NODE_ENV: "test", LOG_LEVEL: "silent" });
  ends.push(closePools);
  return {
    postgres,
    simulator,
    ownerUrl,
    environment,
    logDir: join(postgres.place, "logs"),
    /** Where the first engine listens, also after it was killed and another one took its place. */
    port,
    url: `http://127.0.0.1:${port}`,
    /** Asks the database as its superuser, whom no policy hinders. */
    query: <Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]> =>
      query(ownerUrl, sql, values),
    /** What is to end before the house does. */
    atEnd: (end: () => unknown) => ends.push(end),
  };
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(server));
  });
}
