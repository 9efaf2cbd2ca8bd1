import { spawn } from "node:child_process";
import { Failure } from "./command.mjs";
import { root } from "./root.mjs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Passes our signals on to a child, so that it does not outlive us; until then they do not end this process. */
function passSignals(child) {
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  child.once("exit", () => {
    for (const signal of signals) process.off(signal, pass);
  });
}

/**
 * Runs a program to its end, quietly: its output is shown only if it fails.
 * @param {string} title used in the failure's message
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, uid?: number, gid?: number }} options
 * @returns {Promise<string>} what it wrote to standard output
 */
export function run(title, program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    passSignals(child);
    let output = "";
    let everything = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      everything += chunk;
    });
    child.stderr.on("data", (chunk) => {
      everything += chunk;
    });
    child.once("error", reject);
    child.once("close", (code, killedBy) => {
      if (code === 0) resolve(output);
      else reject(new Failure(`${title} failed (${killedBy ?? `exit code ${code}`}).\n\n${everything.trim()}`));
    });
  });
}

/**
 * Runs a program with this terminal as its own.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code
 */
export function runHere(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, cwd: root, stdio: "inherit" });
    passSignals(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal ? 130 : (code ?? 1)));
  });
}
