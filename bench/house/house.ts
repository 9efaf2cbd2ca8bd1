import { mkdirSync } from "node:fs";
import { closePools } from "@/db/client";
import { bundleFlags, bundlePath } from "@/scripts/support/build.mjs";
import { launch } from "@/scripts/support/children.mjs";
import { Failure } from "@/scripts/support/command.mjs";
import { ensureDatabase } from "@/scripts/support/database.mjs";
import { readSettings } from "@/scripts/support/environment.mjs";
import { migrateDatabase } from "@/scripts/support/house.mjs";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { startTemporaryPostgres } from "@/scripts/support/postgres/temporary.mjs";
import { processEnvironment, simulatorEnvironment } from "@/scripts/support/process-environment.mjs";
import { untilReady } from "@/scripts/support/ready.mjs";
import { databaseEnvironment } from "@/scripts/support/roles.mjs";
import { root } from "@/scripts/support/root.mjs";
import { readSecrets } from "@/scripts/support/secrets.mjs";
import { untilStopped } from "./open";
import { connectOwner, type Owner } from "./owner";

/** As the embedded PostgreSQL of a real installation: what it says is durable is on the disk. It also keeps when. */
const durable = {
  ...{ fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_wal_size: "1GB" },
  track_commit_timestamp: "on",
};

export type Running = { pid: number; stop: () => Promise<void> };

type Start = {
  name: string;
  args: string[];
  graceMs: number;
  ready: () => Promise<void>;
  own?: Record<string, string>;
};

export type House = {
  url: string;
  port: number;
  simulatorUrl: string;
  owner: Owner;
  databasePid: number;
  /** Starts an engine on the public port, with these parts, or all of them. */
  startEngine: (parts?: string[]) => Promise<Running>;
  startWeb: () => Promise<Running>;
  startSimulator: () => Promise<Running>;
  /** Empties the database. */
  clear: () => Promise<void>;
};

let opened: Promise<House> | undefined;

/** One for the whole run, since a process reads its environment once; emptied for each measurement. */
export async function openHouse(options: { profileDir?: string }): Promise<House> {
  opened ??= build(options);
  const house = await opened;
  await house.clear();
  return house;
}

/**
 * An empty, migrated database with the settings of a real installation, and on it whichever processes a measurement needs,
 * as built, on free ports. This process is given their environment, so that it can set the scene with the product's own verbs.
 */
async function build({ profileDir }: { profileDir?: string }): Promise<House> {
  const postgres = await startTemporaryPostgres({ settings: durable });
  untilStopped(postgres.stop);
  const dataDir = `${postgres.place}/files`;
  const [port = 0, simulatorPort = 0, webPort = 0] = await findFreePorts(3);
  mkdirSync(dataDir);
  await ensureDatabase(postgres.url("postgres"), "parley");
  const ownerUrl = postgres.url("parley");
  const settings = readSettings({ PORT: `${port}`, SIMULATOR_PORT: `${simulatorPort}`, DATA_DIR: dataDir });
  const secrets = readSecrets(dataDir);
  await migrateDatabase(ownerUrl, secrets.rolePassword);
  const env: NodeJS.ProcessEnv = {
    ...processEnvironment({ mode: "test", settings, secrets, webPort }),
    ...databaseEnvironment(ownerUrl, secrets.rolePassword),
  };
  Object.assign(process.env, env);
  const owner = await connectOwner(ownerUrl);
  untilStopped(owner.end);
  untilStopped(closePools);

  /** Its last words are the failure when it dies before it is ready. */
  const start = async ({ name, args, graceMs, ready, own = {} }: Start): Promise<Running> => {
    const child = launch({ name, args, env: { ...env, ...own }, logDir: `${dataDir}/logs` });
    const stop = untilStopped(() => child.stop(graceMs));
    const failed = child.died.then((words) => Promise.reject(new Failure(words)));
    await Promise.race([ready(), failed]);
    return { pid: child.pid ?? 0, stop };
  };
  const bundled = (name: string, ...args: string[]) => [...bundleFlags, bundlePath(name), ...args];
  const url = `http://127.0.0.1:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const profiled = profileDir === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileDir}`];

  return {
    url,
    port,
    simulatorUrl,
    owner,
    databasePid: postgres.pid() ?? 0,
    startEngine: (parts) =>
      start({
        name: "engine",
        args: [...profiled, ...bundled("engine", ...(parts ? ["--only", parts.join(",")] : []))],
        graceMs: 20_000,
        ready: () => untilReady("The engine", `${url}/healthz`),
      }),
    startWeb: () =>
      start({
        name: "web",
        args: [`${root}/node_modules/next/dist/bin/next`, "start", "-H", "127.0.0.1", "-p", `${webPort}`],
        graceMs: 5_000,
        ready: () => untilReady("The console", `http://127.0.0.1:${webPort}/healthz`, { isReady: () => true }),
      }),
    startSimulator: () =>
      start({
        name: "simulator",
        args: bundled("simulator"),
        graceMs: 3_000,
        ready: () => untilReady("The simulator", `${simulatorUrl}/healthz`),
        own: { ...simulatorEnvironment(settings, webPort), SIMULATOR_WINDOW: "off" },
      }),
    clear: async () => {
      const tables = await owner.query<{ name: string }>(
        "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
      );
      await owner.query(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`);
    },
  };
}
