import { join } from "node:path";
import { addressOf } from "./environment.mjs";
import { root } from "./root.mjs";

/** The demo's Meta app exists in the simulator alone; its number has the shape of Meta's. */
const demoAppId = "900000000000001";

/** The simulator speaks to this machine alone: to the front door where that is open to loopback, else to the door in web. */
function webhookUrl({ host, port }, webPort) {
  const reachable = ["127.0.0.1", "localhost", "0.0.0.0", "::"].includes(host);
  return `http://127.0.0.1:${reachable ? port : webPort}/api/whatsapp/webhook`;
}

/**
 * The simulator's own variables. It stays on loopback, whatever HOST says.
 * @param {import("./environment.mjs").Settings} settings
 * @param {number} webPort
 */
export const simulatorEnvironment = (settings, webPort) => ({
  HOST: "127.0.0.1",
  SIMULATOR_WEBHOOK_URL: webhookUrl(settings, webPort),
  SIMULATOR_PHONE_FOLDER: join(root, "simulator/phone"),
});

/** What Node needs of its surroundings, on each system. */
const ofTheSystem = /^(PATH|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TEMP|TMP|LANG|LC_.+|TZ|NODE_OPTIONS|NODE_ENV)$/i;
const ofTheSimulator = /^(HOST|SIMULATOR_.+|WHATSAPP_APP_ID|WHATSAPP_APP_SECRET|WHATSAPP_VERIFY_TOKEN)$/;

/**
 * What the simulator needs of an environment: no key, no database, and nothing of the person's own.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function onlyForSimulator(environment) {
  const needed = ([name]) => ofTheSystem.test(name) || ofTheSimulator.test(name);
  return Object.fromEntries(Object.entries(environment).filter(needed));
}

/**
 * What our processes find in their environment. What the person has set comes last, so it wins.
 * @param {{ mode: "demo" | "serve" | "dev" | "test", settings: import("./environment.mjs").Settings, secrets: ReturnType<typeof import("./secrets.mjs").readSecrets>, webPort: number }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function processEnvironment({ mode, settings, secrets, webPort }) {
  const url = addressOf(settings);
  const { DATABASE_URL: _owners, ...given } = settings.given;
  const { DATABASE_URL: _also, ...surroundings } = process.env;
  const simulated = {
    WHATSAPP_GRAPH_URL: `http://127.0.0.1:${settings.simulatorPort}`,
    WHATSAPP_APP_ID: demoAppId,
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
    DEMO_PASSWORD: secrets.demoPassword,
    DEMO_ACCESS_TOKEN: secrets.demoAccessToken,
    SIMULATOR_TOKEN: secrets.demoAccessToken,
  };
  return {
    ...surroundings,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PARLEY_MODE: mode,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    PARLEY_MASTER_KEY: secrets.masterKey,
    WHATSAPP_GRAPH_VERSION: "v25.0",
    ...(mode === "serve" ? {} : simulated),
    ...given,
    HOST: settings.host,
    PORT: String(settings.port),
    SIMULATOR_PORT: String(settings.simulatorPort),
    WEB_PORT: String(webPort),
    DATA_DIR: settings.dataDir,
  };
}
