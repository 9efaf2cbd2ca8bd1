import { join } from "node:path";
import { root } from "./root.mjs";
import { runHere } from "./run.mjs";

/** Runs the command of an installed package with this Node, and not through a shell. */
const tool = (path, ...args) => runHere(process.execPath, [join(root, "node_modules", path), ...args]);

export const vitest = (...args) => tool("vitest/vitest.mjs", "run", ...args);
export const playwright = (...args) => tool("playwright/cli.js", "test", ...args);

/** The types of routes and style sheets are written by Next; without them, or with those of a route long gone, tsc complains. */
async function types() {
  return (await tool("next/dist/bin/next", "typegen")) || (await tool("typescript/bin/tsc", "--noEmit"));
}

/** The five quick checks, cheapest first. @type {import("./steps.mjs").Step[]} */
export const checks = [
  { name: "format-and-lint", run: () => tool("@biomejs/biome/bin/biome", "check") },
  { name: "borders", run: () => runHere(process.execPath, [join(root, "scripts/borders.mjs"), "--check"]) },
  { name: "floors", run: () => vitest("--config", "test/floors.config.ts") },
  { name: "types", run: types },
  { name: "unused", run: () => tool("knip/bin/knip.js") },
];
