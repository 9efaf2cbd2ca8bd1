import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

const endWithParent = pathToFileURL(join(root, "scripts/support/end-with-parent.mjs")).href;

/** Where a child's output goes: to this terminal, or to a file of its name in a folder. */
function openOutput(name, logDir) {
  if (!logDir) return process.stdout;
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  return createWriteStream(join(logDir, `${name}.log`));
}

/**
 * Starts a Node process that runs until it is stopped.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, logDir?: string }} options
 */
export function launch({ name, args, env, logDir }) {
  // A process group of its own, so that a Ctrl-C comes to us alone and we stop the processes in order.
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd: root,
    env: { ...env, PARLEY_PARENT: String(process.pid) },
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = openOutput(name, logDir);
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk) => {
      words = (words + chunk).slice(-6000);
      output.write(chunk);
    });
  }
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });

  /** Asks it to stop, insists after `graceMs`, and leaves nothing of its process group behind. */
  async function stop(graceMs) {
    const insist = setTimeout(() => child.kill("SIGKILL"), graceMs);
    child.kill("SIGTERM");
    await exited;
    clearTimeout(insist);
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // Nothing is left of it.
    }
  }

  const died = exited.then((how) => `${name} has stopped by itself (${how}). Its last words:\n\n${words.trim()}`);
  return { name, pid: child.pid, died, stop };
}

/** @typedef {ReturnType<typeof launch>} Child */
