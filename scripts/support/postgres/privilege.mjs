import { spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../command.mjs";

const nobody = 65_534;
const mapped = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"];
const dying = ["--pdeathsig", "INT", "--"];

const works = (program, args) => spawnSync(program, [...args, "true"], { stdio: "ignore" }).status === 0;
const isRoot = () => process.getuid?.() === 0;

function ensureReachable(path, uid) {
  const { status } = spawnSync("test", ["-x", path], { uid, gid: uid });
  if (status === 0) return;
  throw new Failure(
    `PostgreSQL does not run as root, and user ${uid}, as whom it could run here, cannot reach ${path}. ` +
      "Run as another user, set DATABASE_URL, or move the checkout and DATA_DIR to where everybody may pass through.",
  );
}

/**
 * PostgreSQL refuses to run as root. As root it is shown another user id, in a user namespace, in which the files stay root's;
 * where namespaces are barred, it really runs as another user, who then owns the data. A data folder keeps to the way it was made.
 *
 * @param {string} directory the data folder, or the one about to be made
 * @param {string} program
 * @param {string[]} args
 * @param {{ endsWithUs?: boolean }} options `endsWithUs`: it is told to stop when this process dies, even by SIGKILL (Linux)
 */
export function asPostgresUser(directory, program, args, { endsWithUs = false } = {}) {
  // Inside the namespace: entering one clears the wish to be told.
  const tied = endsWithUs && process.platform === "linux" && works("setpriv", dying);
  const inner = tied ? ["setpriv", ...dying, program, ...args] : [program, ...args];
  if (!isRoot()) return { program: inner[0], args: inner.slice(1), options: {} };

  const owner = existsSync(directory) ? statSync(directory).uid : undefined;
  if ((owner === undefined || owner === 0) && works("unshare", mapped)) {
    return { program: "unshare", args: [...mapped, ...inner], options: {} };
  }
  const uid = owner || nobody;
  ensureReachable(dirname(directory), uid);
  ensureReachable(program, uid);
  return { program: inner[0], args: inner.slice(1), options: { uid, gid: uid } };
}

/**
 * Hands a path to the user whom `asPostgresUser` would run a program as.
 * @param {string} path
 * @param {{ uid?: number, gid?: number }} options as given by `asPostgresUser`
 */
export function handOver(path, { uid, gid }) {
  if (uid !== undefined) chownSync(path, uid, gid);
}
