import { basename } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { unlessMarked } from "./mark.mjs";
import { run } from "./run.mjs";

const wanted = () => fingerprint(["package.json", "package-lock.json", ".npmrc"], [process.platform, process.arch]);

/**
 * `npm install` and not `npm ci`: a registry mirror may lack packages for other systems, and then `npm ci` refuses every lockfile.
 * No install scripts: nothing here needs them, and they may not reach what they want to download.
 */
async function npmInstall() {
  const args = ["install", "--ignore-scripts", "--include=dev", "--include=optional", "--loglevel=error"];
  const npm = process.env.npm_execpath ?? "";
  const title = "npm install (should node_modules be half-made, delete it and start again)";
  if (basename(npm) === "npm-cli.js") await run(title, process.execPath, [npm, ...args]);
  else await run(title, "npm", args, { shell: process.platform === "win32" });
}

/**
 * Installs the packages if the lockfile, package.json or the platform has changed since the last time.
 * @param {import("./progress.mjs").Progress} progress
 */
export async function installIfNeeded(progress) {
  await unlessMarked("node_modules/.parley-installed", wanted, () => progress("Installing packages", npmInstall));
}
