/**
 * `npm test`: everything, from a fresh clone, cheapest first. `npm test -- unit browser` runs the steps named.
 * `contract` runs only when named: it needs payloads from outside this repository (PARLEY_CONTRACT_DIR).
 */
import { buildConsole, buildProcesses } from "./support/build.mjs";
import { checks, playwright, vitest } from "./support/checks.mjs";
import { progressOn } from "./support/progress.mjs";
import { commandOfSteps } from "./support/steps.mjs";

async function build() {
  const progress = progressOn(process.stdout);
  await buildProcesses(progress);
  await buildConsole(progress);
  return 0;
}

await commandOfSteps(
  [
    ...checks,
    { name: "unit", run: () => vitest() },
    { name: "build", run: build },
    { name: "faults", run: () => vitest("--config", "vitest.faults.config.ts") },
    { name: "browser", run: () => playwright() },
  ],
  [{ name: "contract", run: () => vitest("--config", "vitest.contract.config.ts") }],
);
