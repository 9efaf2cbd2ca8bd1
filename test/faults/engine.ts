import { bundleFlags, bundlePath } from "@/scripts/support/build.mjs";
import { launch } from "@/scripts/support/children.mjs";
import { untilReady } from "@/scripts/support/ready.mjs";
import type { House } from "./house";

export type Engine = Awaited<ReturnType<typeof startEngine>>;

let engines = 0;

/** The bundled engine as a process of its own, up but perhaps not ready yet. It does not outlive the house. */
export function launchEngine(house: House, port = house.port) {
  engines += 1;
  const child = launch({
    name: `engine-${engines}`,
    args: [...bundleFlags, bundlePath("engine")],
    env: { ...house.environment, PORT: String(port) },
    logDir: house.logDir,
  });
  let running = true;
  void child.died.then(() => {
    running = false;
  });
  const kill = async (): Promise<void> => {
    if (running && child.pid !== undefined) process.kill(child.pid, "SIGKILL");
    await child.died;
  };
  house.atEnd(kill);
  return { url: `http://127.0.0.1:${port}`, isRunning: () => running, died: child.died, kill };
}

export async function startEngine(house: House, port = house.port) {
  const engine = launchEngine(house, port);
  await Promise.race([
    untilReady("The engine", `${engine.url}/readyz`, {}),
    engine.died.then((words) => Promise.reject(new Error(words))),
  ]);
  return engine;
}
