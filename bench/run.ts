import { cpus, loadavg } from "node:os";
import { Failure } from "@/scripts/support/command.mjs";
import { aborted, untilAskedToStop } from "@/scripts/support/signals.mjs";
import { conversation } from "./conversation";
import { door } from "./door";
import { finding } from "./finding";
import { openHouse } from "./house/house";
import { stopEverything } from "./house/open";
import { load } from "./load";
import type { Measurement } from "./measurement";
import { type Options, readOptions, usage } from "./options";
import { type Row, verdictOf } from "./report/row";
import { tableOf } from "./report/table";
import { routing } from "./routing";
import { screen } from "./screen";
import { sending } from "./sending";
import { start } from "./start";
import { thread } from "./thread";

const measurements: Record<string, Measurement> = {
  door,
  load,
  screen,
  sending,
  conversation,
  thread,
  finding,
  routing,
  start,
};

/** Runs what is asked for, one after the other; answers with the exit code. */
export async function runBench(args: string[]): Promise<number> {
  const asked = untilAskedToStop();
  const options = readOrExplain(args);
  if (!options) return 1;
  const stopped = aborted(asked).then(() => null);
  try {
    const rows = await Promise.race([measureAll(options), stopped]);
    if (!rows) return 130;
    print(rows, options);
    return rows.some((row) => verdictOf(row) === "below the floor") ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    return 1;
  } finally {
    await stopEverything();
  }
}

function readOrExplain(args: string[]): Options | null {
  try {
    return readOptions(args, Object.keys(measurements));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return null;
  }
}

async function measureAll(options: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const say = (text: string) => process.stderr.write(`${name}: ${text}\n`);
    rows.push(...(await measure({ options, openHouse: () => openHouse(options), say })));
  }
  return rows;
}

function print(rows: Row[], { json }: Options): void {
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? "unknown", node: process.version };
  if (json) {
    const judged = rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
    console.log(JSON.stringify({ at: new Date().toISOString(), machine, load: loadavg(), rows: judged }));
    return;
  }
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\n${machine.processors} × ${machine.model}, Node ${machine.node}, load average ${load.join(" ")}\n`);
  console.log(tableOf(rows));
}
