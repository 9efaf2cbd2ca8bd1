import { join } from "node:path";
import { bundleFlags, bundlePath } from "./build.mjs";
import { launch } from "./children.mjs";
import { Failure } from "./command.mjs";
import { ensureDatabase, ensurePostgres18, refuseOthersTenants } from "./database.mjs";
import { addressOf } from "./environment.mjs";
import { noteRun } from "./last-run.mjs";
import { findFreePorts } from "./ports.mjs";
import { startPostgres } from "./postgres/server.mjs";
import { onlyForSimulator, processEnvironment, simulatorEnvironment } from "./process-environment.mjs";
import { untilReady } from "./ready.mjs";
import { databaseEnvironment } from "./roles.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { readSecrets } from "./secrets.mjs";

/** How long each may take to end what it is doing. */
const graceMs = { engine: 20_000, web: 5_000, simulator: 3_000 };

const nextBin = join(root, "node_modules/next/dist/bin/next");
const bundled = (name) => [...bundleFlags, bundlePath(name)];
const watched = (entry) => [
  join(root, "scripts/support/watch.mjs"),
  "--import",
  "tsx",
  "--conditions=react-server",
  join(root, entry),
];

/** What to run for each process: what was built, or the sources, watched. */
function commands(mode, webPort) {
  const onPrivatePort = ["-H", "127.0.0.1", "-p", String(webPort)];
  return mode === "dev"
    ? {
        web: [nextBin, "dev", ...onPrivatePort],
        simulator: watched("simulator/main.ts"),
        engine: watched("processes/engine.ts"),
      }
    : { web: [nextBin, "start", ...onPrivatePort], simulator: bundled("simulator"), engine: bundled("engine") };
}

/**
 * The embedded PostgreSQL of a data folder, with our database in it.
 * @param {import("./environment.mjs").Settings} settings
 */
export async function openDatabase({ dataDir }) {
  const postgres = await startPostgres({
    directory: join(dataDir, "postgres"),
    password: readSecrets(dataDir).postgresPassword,
    logFile: join(dataDir, "postgres.log"),
  });
  await ensureDatabase(postgres.url("postgres"), "parley");
  return { ...postgres, ownerUrl: postgres.url("parley") };
}

/**
 * Brings a database to the present.
 * @param {string} ownerUrl
 * @param {string} rolePassword
 */
export async function migrateDatabase(ownerUrl, rolePassword) {
  const { migrate } = await import(bundlePath("migrate"));
  await migrate({ ownerUrl, rolePassword });
}

/**
 * Brings everything up, from the database to the front door: PostgreSQL unless a database is given, migrations, the seed and
 * the simulator unless it is the real thing, web, engine. Expects it to be built. If it fails half-way, what had started stops.
 *
 * @param {{ mode: "demo" | "serve" | "dev" | "test", settings: import("./environment.mjs").Settings, progress: import("./progress.mjs").Progress, logDir?: string, signal?: AbortSignal }} options
 *   `logDir`: where the processes' output goes, a file each; without it, to this terminal
 */
export async function openHouse({ mode, settings, progress, logDir, signal }) {
  const simulated = mode !== "serve";
  const secrets = readSecrets(settings.dataDir);
  const [webPort] = await findFreePorts(1);
  const environment = processEnvironment({ mode, settings, secrets, webPort });
  const rolePassword = process.env.PARLEY_ROLE_PASSWORD || secrets.rolePassword;
  /** What ends each part, in the order in which they began. */
  const ends = [];
  const deaths = [];

  async function stop() {
    while (ends.length > 0) await ends.pop()();
  }

  function start(name, args, env) {
    const child = launch({ name, args, env, logDir });
    ends.push(() => child.stop(graceMs[name]));
    deaths.push(child.died);
  }

  async function prepareDatabase() {
    let ownerUrl = settings.databaseUrl;
    if (ownerUrl) {
      await ensurePostgres18(ownerUrl);
    } else {
      const database = await progress("Starting PostgreSQL", () => openDatabase(settings));
      ends.push(database.stop);
      deaths.push(database.died);
      ownerUrl = database.ownerUrl;
    }
    signal?.throwIfAborted();
    if (simulated) await refuseOthersTenants(ownerUrl);
    await progress("Migrating the database", () => migrateDatabase(ownerUrl, rolePassword));
    return { ...environment, ...databaseEnvironment(ownerUrl, rolePassword) };
  }

  async function startProcesses(env) {
    const run = commands(mode, webPort);
    // Stopped the other way round: the engine first, as long as those whom it needs are there.
    const simulatorEnv = onlyForSimulator({ ...env, ...simulatorEnvironment(settings, webPort) });
    if (simulated) start("simulator", run.simulator, simulatorEnv);
    start("web", run.web, env);
    start("engine", run.engine, env);
    const answers = () => true;
    await Promise.all([
      simulated &&
        untilReady("The simulator", `http://127.0.0.1:${settings.simulatorPort}/`, { isReady: answers, signal }),
      untilReady("The console", `http://127.0.0.1:${webPort}/healthz`, { isReady: answers, signal }),
      untilReady("The engine", `${addressOf(settings)}/readyz`, { signal }),
    ]);
  }

  try {
    const env = await prepareDatabase();
    signal?.throwIfAborted();
    const seedSays = simulated
      ? await progress("Seeding the demo", () => run("The seed", process.execPath, bundled("seed"), { env }))
      : "";
    await progress("Starting the processes", () => orDeath(startProcesses(env), deaths));
    if (simulated) await introduceDemo(env, settings.simulatorPort);
    noteRun(settings.dataDir, { mode, url: env.NEXTAUTH_URL });
    return {
      url: addressOf(settings),
      /** Next.js by itself, behind the engine. */
      webUrl: `http://127.0.0.1:${webPort}`,
      simulatorUrl: `http://127.0.0.1:${settings.simulatorPort}`,
      appSecret: env.WHATSAPP_APP_SECRET,
      password: env.DEMO_PASSWORD,
      seedSays,
      died: Promise.race(deaths),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A simulator forgets everything when it stops; the database does not. */
function introduceDemo(env, simulatorPort) {
  const args = [...bundled("introduce"), `http://127.0.0.1:${simulatorPort}`];
  return run("Introducing the demo to the simulator", process.execPath, args, { env });
}

/** The outcome of some work, unless a process that it needs dies first. */
function orDeath(work, deaths) {
  return Promise.race([
    work,
    ...deaths.map(async (death) => {
      throw new Failure(await death);
    }),
  ]);
}

/** @typedef {Awaited<ReturnType<typeof openHouse>>} House */
