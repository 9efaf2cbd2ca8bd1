/**
 * `npm run admin -- …`: the operator's command line, on the database of this installation, whether it runs or not.
 * Everything but the answer goes to standard error.
 */
import { join } from "node:path";
import { buildProcesses, bundleFlags, bundlePath } from "./support/build.mjs";
import { command } from "./support/command.mjs";
import { readSettings } from "./support/environment.mjs";
import { migrateDatabase, openDatabase } from "./support/house.mjs";
import { readLastRun } from "./support/last-run.mjs";
import { findRunning } from "./support/postgres/lock.mjs";
import { prepare } from "./support/prepare.mjs";
import { processEnvironment } from "./support/process-environment.mjs";
import { progressOn } from "./support/progress.mjs";
import { databaseEnvironment } from "./support/roles.mjs";
import { runHere } from "./support/run.mjs";
import { readSecrets } from "./support/secrets.mjs";

/** Where the database is; the embedded one is started, and brought to the present, unless it runs already. */
async function reachDatabase(settings, { postgresPassword, rolePassword }, progress) {
  const running = settings.databaseUrl ? null : findRunning(join(settings.dataDir, "postgres"));
  if (running) {
    return {
      ownerUrl: `postgres://postgres:${postgresPassword}@127.0.0.1:${running.port}/parley`,
      stop: async () => {},
    };
  }
  const database = settings.databaseUrl
    ? { ownerUrl: settings.databaseUrl, stop: async () => {} }
    : await progress("Starting PostgreSQL", () => openDatabase(settings));
  await progress("Migrating the database", () => migrateDatabase(database.ownerUrl, rolePassword));
  return database;
}

async function admin() {
  const settings = readSettings();
  const progress = progressOn(process.stderr);
  await prepare(progress);
  await buildProcesses(progress);
  const kept = readSecrets(settings.dataDir);
  const secrets = { ...kept, rolePassword: process.env.PARLEY_ROLE_PASSWORD || kept.rolePassword };
  const database = await reachDatabase(settings, secrets, progress);
  const lastRun = readLastRun(settings.dataDir);
  try {
    const env = {
      ...processEnvironment({ mode: lastRun?.mode ?? "serve", settings, secrets, webPort: 1 }),
      // Links lead to where Parley last ran, not to where this command's environment would put it.
      ...(lastRun ? { NEXTAUTH_URL: lastRun.url } : {}),
      ...databaseEnvironment(database.ownerUrl, secrets.rolePassword),
    };
    return await runHere(process.execPath, [...bundleFlags, bundlePath("admin"), ...process.argv.slice(2)], { env });
  } finally {
    await database.stop();
  }
}

await command(admin);
