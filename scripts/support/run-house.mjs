import { buildConsole, buildProcesses } from "./build.mjs";
import { Failure } from "./command.mjs";
import { readSettings } from "./environment.mjs";
import { openHouse } from "./house.mjs";
import { ensurePortFree } from "./ports.mjs";
import { prepare } from "./prepare.mjs";
import { progressOn } from "./progress.mjs";
import { aborted, untilAskedToStop } from "./signals.mjs";

/**
 * The body of `npm start`, `npm run serve` and `npm run dev`: from a fresh clone to running, and then until Ctrl-C or until a part dies.
 * @param {{ mode: "demo" | "serve" | "dev", logsToFiles: boolean, announce: (house: import("./house.mjs").House, settings: import("./environment.mjs").Settings) => string }} options
 */
export async function runHouse({ mode, logsToFiles, announce }) {
  const settings = readSettings();
  const progress = progressOn(process.stdout);
  await ensurePortFree("PORT", settings.host, settings.port);
  if (mode !== "serve") await ensurePortFree("SIMULATOR_PORT", "127.0.0.1", settings.simulatorPort);
  const signal = untilAskedToStop();
  try {
    await prepare(progress);
    signal.throwIfAborted();
    await buildProcesses(progress);
    if (mode !== "dev") await buildConsole(progress);
    signal.throwIfAborted();
    const logDir = logsToFiles ? `${settings.dataDir}/logs` : undefined;
    const house = await openHouse({ mode, settings, progress, logDir, signal });
    console.log(announce(house, settings));
    const lastWords = await Promise.race([house.died, aborted(signal)]);
    console.log(lastWords ? "\nStopping the rest …" : "\nStopping …");
    await house.stop();
    if (lastWords) throw new Failure(lastWords);
    console.log("Stopped.");
  } catch (error) {
    if (!signal.aborted) throw error;
    console.log("\nStopped.");
  }
}
