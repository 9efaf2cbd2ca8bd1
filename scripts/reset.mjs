/** `npm run db:reset`: throws the database away, and the media with it; the next start makes a new one. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { command, Failure } from "./support/command.mjs";
import { query } from "./support/database.mjs";
import { readSettings } from "./support/environment.mjs";
import { takeOver } from "./support/postgres/lock.mjs";
import { prepare } from "./support/prepare.mjs";
import { progressOn } from "./support/progress.mjs";

async function dropGivenDatabase(databaseUrl) {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  if (!process.argv.includes("--yes")) {
    throw new Failure(
      `This deletes the database ${name} on ${url.host} and all that is in it. To do so, add: -- --yes`,
    );
  }
  const server = new URL(url);
  server.pathname = "/postgres";
  const quoted = `"${name.replaceAll('"', '""')}"`;
  await query(server.href, `drop database if exists ${quoted} with (force)`);
  await query(server.href, `create database ${quoted}`);
}

async function reset() {
  const { databaseUrl, dataDir } = readSettings();
  await prepare(progressOn(process.stdout));
  if (databaseUrl) {
    await dropGivenDatabase(databaseUrl);
  } else {
    const directory = join(dataDir, "postgres");
    await takeOver(directory);
    rmSync(directory, { recursive: true, force: true });
  }
  rmSync(join(dataDir, "media"), { recursive: true, force: true });
  console.log("The database is gone. npm start makes a new one.");
}

await command(reset);
