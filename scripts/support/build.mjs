import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./command.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { unlessMarked } from "./mark.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

const entries = {
  engine: "processes/engine.ts",
  migrate: "db/migrate.ts",
  seed: "db/seed.ts",
  introduce: "db/introduce.ts",
  admin: "processes/admin.ts",
  simulator: "simulator/main.ts",
};

const shared = ["lib", "db", "package.json", "package-lock.json", "tsconfig.json"];
const processSources = [...shared, "processes", "simulator", "scripts/support/build.mjs"];
const consoleSources = [
  ...shared,
  "app",
  "components",
  "messages",
  "public",
  "i18n",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
];

/** `server-only` throws without this condition, when bundled and, its package being external, also when run. */
const condition = "react-server";

/** The flags with which Node runs a bundle. */
export const bundleFlags = ["--enable-source-maps", `--conditions=${condition}`];

/** @param {string} name */
export const bundlePath = (name) => join(root, ".build", `${name}.js`);

/** Hundreds of small files each, which Node reads one by one: bundled, the engine starts in half the time and memory. */
const bundledPackages = ["drizzle-orm", "zod"];

function packagesLeftOutside() {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  return names.filter((name) => !bundledPackages.includes(name)).flatMap((name) => [name, `${name}/*`]);
}

/**
 * Bundles entry points into `.build/`, one file each, packages left outside.
 * @param {Record<string, string>} entryPoints name to source file
 */
export async function bundle(entryPoints) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: ".build",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    external: packagesLeftOutside(),
    conditions: [condition],
    sourcemap: true,
    logLevel: "silent",
  }).catch((error) => {
    throw new Failure(error.message);
  });
}

/** @param {import("./progress.mjs").Progress} progress */
export async function buildProcesses(progress) {
  await unlessMarked(
    ".build/fingerprint",
    () => fingerprint(processSources),
    () => progress("Bundling the processes", () => bundle(entries)),
  );
}

/** @param {import("./progress.mjs").Progress} progress */
export async function buildConsole(progress) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const next = join(root, "node_modules/next/dist/bin/next");
  await unlessMarked(
    ".next/fingerprint",
    () => fingerprint(consoleSources),
    () => progress("Building the console", () => run("next build", process.execPath, [next, "build"], { env })),
  );
}
