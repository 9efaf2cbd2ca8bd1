import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandLineOf } from "../alive.mjs";
import { root } from "../root.mjs";
import { takeOver } from "./lock.mjs";
import { startPostgres } from "./server.mjs";

const folder = join(root, ".cache/postgres");

/** What loses data when the machine fails, which is of no matter here, and saves time. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" };

/** Removes what runs that were killed have left behind. */
async function sweep() {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [pid] = name.split("-").map(Number);
    if (!pid || commandLineOf(pid) !== null) continue;
    await takeOver(join(folder, name, "data"));
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * A PostgreSQL of its own for one run of tests, empty, on a free port; `stop` removes it with all that is in it.
 * Several runs can be under way at once.
 * @param {{ settings?: Record<string, string | number> }} [options]
 */
export async function startTemporaryPostgres({ settings = {} } = {}) {
  await sweep();
  const place = join(folder, `${process.pid}-${randomBytes(3).toString("hex")}`);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  const postgres = await startPostgres({
    directory: join(place, "data"),
    password: randomBytes(16).toString("hex"),
    settings: { ...careless, ...settings },
    logFile: join(place, "postgres.log"),
  });
  return {
    ...postgres,
    /** For files that belong to this run. */
    place,
    async stop() {
      await postgres.stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}
