import { mkdirSync } from "node:fs";
import { buildConsole, buildProcesses } from "@/scripts/support/build.mjs";
import { ensureDatabase } from "@/scripts/support/database.mjs";
import { readSettings } from "@/scripts/support/environment.mjs";
import { openHouse } from "@/scripts/support/house.mjs";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { startTemporaryPostgres } from "@/scripts/support/postgres/temporary.mjs";
import { silently } from "@/scripts/support/progress.mjs";

export type Server = {
  url: string;
  /** Next.js by itself, without the engine in front. */
  webUrl: string;
  simulatorUrl: string;
  /** What the demo's Meta app signs its webhooks with. */
  appSecret: string;
  password: string;
  stop: () => Promise<void>;
};

/**
 * Starts the whole product as built (it is built first if it is stale), with the simulator, on free ports, on a database and
 * a data folder of its own; seeded like the demo. `stop` leaves nothing behind.
 */
export async function startServer(): Promise<Server> {
  await buildProcesses(silently);
  await buildConsole(silently);
  const postgres = await startTemporaryPostgres();
  const dataDir = `${postgres.place}/files`;
  const [port, simulatorPort] = await findFreePorts(2);
  const password = "a-password-for-journeys";
  try {
    mkdirSync(dataDir);
    await ensureDatabase(postgres.url("postgres"), "parley");
    const settings = readSettings({
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url("parley"),
      DEMO_PASSWORD: password,
    });
    const house = await openHouse({ mode: "test", settings, progress: silently, logDir: `${dataDir}/logs` });
    return {
      url: house.url,
      webUrl: house.webUrl,
      simulatorUrl: house.simulatorUrl,
      appSecret: house.appSecret ?? "",
      password,
      async stop() {
        await house.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
