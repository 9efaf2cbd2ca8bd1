import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { root } from "@/scripts/support/root.mjs";
import { memoryBelow, type ProcessMemory } from "./house/memory";
import { untilStopped } from "./house/open";
import type { Measurement } from "./measurement";
import type { Row } from "./report/row";

const MB = 1024 * 1024;
const START_WITHIN_MS = 300_000;

/**
 * `npm start` as a person types it, without npm: once on an empty data folder, and once more on the same one, which is the
 * start of every day. Then it rests, and its memory is looked at.
 */
export const start: Measurement = async ({ options, say }) => {
  const folder = join(root, `.cache/bench-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const removeFolder = untilStopped(async () => rmSync(folder, { recursive: true, force: true }));
  say("the first start");
  const first = await npmStart(folder);
  await first.stop();
  say("the second start");
  const second = await npmStart(folder);
  const rows: Row[] = [
    {
      from: "start",
      what: "Start, when everything is there",
      figure: second.tookMs / 1000,
      unit: "s",
      better: "less",
      aim: 5,
      floor: 240,
      reference: `the first start, on an empty data folder, built and installed ${(first.tookMs / 1000).toFixed(1)} s`,
      notes: [],
    },
  ];
  if (process.platform === "linux") {
    say(`resting for ${options.memoryMinutes} min`);
    await new Promise((resolve) => setTimeout(resolve, options.memoryMinutes * 60_000));
    rows.push(...memoryRows(memoryBelow(second.pid), options.memoryMinutes));
  }
  await second.stop();
  await removeFolder();
  return rows;
};

async function npmStart(folder: string): Promise<{ pid: number; tookMs: number; stop: () => Promise<void> }> {
  const [port, simulatorPort] = await findFreePorts(2);
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { ...surroundings(), DATA_DIR: folder, PORT: `${port}`, SIMULATOR_PORT: `${simulatorPort}` },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = untilStopped(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  await new Promise<void>((resolve, reject) => {
    let words = "";
    const late = setTimeout(() => reject(new Error(`npm start is not up:\n${words}`)), START_WITHIN_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        words += chunk;
        if (words.includes("Parley is running.")) resolve();
      });
    }
    void exited.then(() => reject(new Error(`npm start has ended:\n${words}`)));
    void exited.finally(() => clearTimeout(late));
  });
  return { pid: child.pid ?? 0, tookMs: performance.now() - began, stop };
}

/** Without what other measurements have set for themselves. */
function surroundings(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TMPDIR } = process.env;
  return { NODE_ENV: "production", PATH, HOME, LANG, TMPDIR };
}

function memoryRows(processes: ProcessMemory[], minutes: number): Row[] {
  const sum = (...names: string[]) =>
    processes
      .filter(({ command }) => names.some((name) => command.includes(name)))
      .reduce((bytes, { pssBytes }) => bytes + pssBytes, 0) / MB;
  const [engine, web, database, simulator] = [
    sum(".build/engine.js"),
    sum("next start", "next-server", "next/dist/bin/next"),
    sum("postgres"),
    sum(".build/simulator.js"),
  ];
  for (const [name, size] of Object.entries({ engine, web, database, simulator })) {
    if (size === 0) throw new Error(`There is no process of the ${name} to be measured.`);
  }
  const mb = (size: number) => `${Math.round(size)} MB`;
  const common = {
    from: "start",
    unit: "MB",
    better: "less",
    reference: `as PSS, after ${minutes} min of rest`,
  } as const;
  return [
    {
      ...common,
      what: "Memory idle, engine and web",
      figure: engine + web,
      aim: 350,
      notes: [`engine ${mb(engine)}, web ${mb(web)}; beside them the demo's simulator ${mb(simulator)}`],
    },
    { ...common, what: "Memory idle, PostgreSQL", figure: database, aim: 150, notes: [] },
    {
      ...common,
      what: "Memory idle, all together",
      figure: engine + web + database,
      aim: 500,
      floor: 600,
      notes: [],
    },
  ];
}
