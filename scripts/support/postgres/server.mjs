import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { Failure } from "../command.mjs";
import { findFreePorts } from "../ports.mjs";
import { postgresBinary } from "./binaries.mjs";
import { createCluster } from "./cluster.mjs";
import { hold, takeOver } from "./lock.mjs";
import { asPostgresUser } from "./privilege.mjs";

/** Small enough for one machine that also runs the rest; every process of ours keeps a pool. */
const tuned = {
  listen_addresses: "127.0.0.1",
  shared_buffers: "64MB",
  max_connections: 200,
  max_wal_size: "1GB",
  min_wal_size: "80MB",
  checkpoint_timeout: "15min",
  random_page_cost: 1.1,
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

const settingFlags = (settings) => Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/** Variables such as PGPORT and PGDATA are meant for somebody else's PostgreSQL. */
const cleanEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PG")));

function spawnPostgres(directory, port, settings) {
  // No socket (-k ''): its path would be too long for the system in many a checkout.
  const flags = ["-D", directory, "-k", "", "-p", String(port), ...settingFlags({ ...tuned, ...settings })];
  const { program, args, options } = asPostgresUser(directory, postgresBinary("postgres"), flags, { endsWithUs: true });
  // A process group of its own: a Ctrl-C must not reach it before those who still write to it.
  return spawn(program, args, {
    ...options,
    env: cleanEnvironment(),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/**
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
async function choosePort(wanted) {
  return wanted ?? (await findFreePorts(1))[0];
}

const ended = (child) => child.exitCode !== null || child.signalCode !== null;

function untilReady(child, log) {
  return new Promise((resolve, reject) => {
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      words = (words + chunk).slice(-4000);
      log(chunk);
      if (words.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Failure(`PostgreSQL stopped:\n\n${words.trim()}`)));
  });
}

async function stopChild(child) {
  if (ended(child)) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  const harder = [setTimeout(() => child.kill("SIGQUIT"), 15_000), setTimeout(() => child.kill("SIGKILL"), 20_000)];
  child.kill("SIGINT");
  await exit;
  for (const timer of harder) clearTimeout(timer);
}

/**
 * Runs the embedded PostgreSQL on a data folder, which is made if it is not there. If it dies it is started again, on the
 * same port; `died` resolves, with its last words, when that does not help.
 * @param {{ directory: string, password: string, port?: number, settings?: Record<string, string | number>, logFile?: string }} options
 */
export async function startPostgres({ directory, password, port: wanted, settings = {}, logFile }) {
  await createCluster(directory, password);
  await takeOver(directory);
  hold(directory);
  const port = await choosePort(wanted);
  const log = (chunk) => logFile && appendFileSync(logFile, chunk);
  const starts = [];
  let stopping = false;
  let child;
  let reportDeath;
  const died = new Promise((resolve) => {
    reportDeath = resolve;
  });

  async function boot() {
    starts.push(Date.now());
    child = spawnPostgres(directory, port, settings);
    await untilReady(child, log);
    child.once("exit", revive);
  }

  async function revive() {
    while (!stopping) {
      const recent = starts.filter((time) => time > Date.now() - 60_000);
      try {
        await boot();
        return;
      } catch (error) {
        // After a kill, back ends that have not noticed yet keep the shared memory for a moment.
        if (recent.length > 20) return reportDeath(error.message);
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  async function stop() {
    stopping = true;
    await stopChild(child);
  }

  await boot();
  const url = (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { port, url, died, stop, pid: () => child.pid };
}

/** @typedef {Awaited<ReturnType<typeof startPostgres>>} Postgres */
