import { command } from "./command.mjs";
import { prepare } from "./prepare.mjs";
import { progressOn } from "./progress.mjs";

/** @typedef {{ name: string, run: () => Promise<number> }} Step `run` resolves to an exit code */

async function runSteps(steps, others) {
  const known = [...steps, ...others];
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !known.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(", ")}. There are: ${known.map((step) => step.name).join(", ")}.`);
    return 1;
  }
  const chosen = wanted.length > 0 ? known.filter((step) => wanted.includes(step.name)) : steps;
  await prepare(progressOn(process.stdout));
  const start = performance.now();
  for (const { name, run } of chosen) {
    console.log(`\n── ${name}`);
    const before = performance.now();
    const code = await run();
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    if (code !== 0) {
      console.error(`\n✗ ${name} failed after ${seconds} s`);
      return code;
    }
    console.log(`✓ ${name}, ${seconds} s`);
  }
  console.log(
    `\n✓ ${chosen.length} of ${chosen.length} steps passed in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  return 0;
}

/**
 * A command that runs steps one after the other, each under its name, up to the first that fails. With arguments, only those named.
 * @param {Step[]} steps in the order of their cost
 * @param {Step[]} [others] that run only when named
 */
export const commandOfSteps = (steps, others = []) => command(() => runSteps(steps, others));
