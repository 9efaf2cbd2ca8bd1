import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fileIn = (dataDir) => join(dataDir, "last-run.json");

/** @typedef {{ mode: "demo" | "serve" | "dev" | "test", url: string }} LastRun */

/**
 * Notes how and where Parley runs, for commands that come later and act on the same installation.
 * @param {string} dataDir
 * @param {LastRun} lastRun
 */
export function noteRun(dataDir, lastRun) {
  writeFileSync(fileIn(dataDir), JSON.stringify(lastRun));
}

/**
 * @param {string} dataDir
 * @returns {LastRun | null}
 */
export function readLastRun(dataDir) {
  return existsSync(fileIn(dataDir)) ? JSON.parse(readFileSync(fileIn(dataDir), "utf8")) : null;
}
