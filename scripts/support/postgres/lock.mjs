import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLineOf, waitUntilGone } from "../alive.mjs";
import { Failure } from "../command.mjs";

const holderFile = (directory) => join(directory, "parley.holder");

/** @returns {{ pid: number, port: number } | null} what PostgreSQL wrote when it last started; it may be long dead */
function readLock(directory) {
  const file = join(directory, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  return { pid, port };
}

/**
 * The PostgreSQL that runs on this data folder, if one does.
 * @param {string} directory
 */
export function findRunning(directory) {
  const lock = readLock(directory);
  return lock && commandLineOf(lock.pid)?.includes(directory) ? lock : null;
}

/** Notes that this process holds the data folder.
 * @param {string} directory */
export function hold(directory) {
  writeFileSync(holderFile(directory), String(process.pid));
}

function holderAlive(directory) {
  if (!existsSync(holderFile(directory))) return null;
  const pid = Number(readFileSync(holderFile(directory), "utf8"));
  return pid !== process.pid && commandLineOf(pid)?.includes("node") ? pid : null;
}

/**
 * Sees to it that a PostgreSQL can start on this data folder: stops one whose holder was killed, and removes the lock file of
 * a dead one whose process number belongs to another program by now. If no process has that number the file stays: PostgreSQL
 * then looks itself whether old back ends are still at work.
 * @param {string} directory
 * @throws {Failure} when a living process holds the folder
 */
export async function takeOver(directory) {
  const running = findRunning(directory);
  if (running) {
    const holder = holderAlive(directory);
    if (holder)
      throw new Failure(
        `${directory} is in use by another Parley (process ${holder}). Stop it, or set another DATA_DIR.`,
      );
    process.kill(running.pid, "SIGINT");
    if (!(await waitUntilGone(running.pid, 20_000))) {
      throw new Failure(
        `PostgreSQL of an earlier run (process ${running.pid}) does not stop. End it, then start again.`,
      );
    }
    return;
  }
  const lock = readLock(directory);
  if (lock && commandLineOf(lock.pid) !== null) rmSync(join(directory, "postmaster.pid"));
}
