/** `npm run bench [-- --json]`: how fast it is on this machine; exits with 1 when a figure is below its floor. */
import { buildConsole, buildProcesses, bundle, bundleFlags, bundlePath } from "./support/build.mjs";
import { command } from "./support/command.mjs";
import { prepare } from "./support/prepare.mjs";
import { progressOn } from "./support/progress.mjs";
import { runHere } from "./support/run.mjs";

async function bench() {
  const progress = progressOn(process.stderr);
  await prepare(progress);
  await buildProcesses(progress);
  await buildConsole(progress);
  await bundle({ bench: "bench/main.ts" });
  return runHere(process.execPath, [...bundleFlags, bundlePath("bench"), ...process.argv.slice(2)]);
}

await command(bench);
