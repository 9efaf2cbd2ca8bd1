import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { isIP } from "node:net";
import { dirname, resolve } from "node:path";
import { Failure } from "./command.mjs";
import { root } from "./root.mjs";

const isPort = (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
const isHost = (value) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);

function isUrl(value, protocols) {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isDatabaseUrl(value) {
  return (
    isUrl(value, ["postgres:", "postgresql:"]) && new URL(value).hostname !== "" && new URL(value).pathname.length > 1
  );
}

/** One step at a time: the recursive way of Node never comes back from where the system allows no folders, such as /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  // PostgreSQL may have to run as another user (see privilege.mjs), who must be able to pass through; what lies inside is closed.
  mkdirSync(folder, { mode: 0o711 });
}

function isWritableFolder(value) {
  try {
    const folder = resolve(root, value);
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** What may be set, what it should be, and whether its value must not be shown. `lib/env.ts` checks again, in each process. */
const variables = {
  HOST: { fits: isHost, should: "be an address or name of this machine, such as 127.0.0.1" },
  PORT: { fits: isPort, should: "be a port number from 1 to 65535" },
  SIMULATOR_PORT: { fits: isPort, should: "be a port number from 1 to 65535" },
  DATA_DIR: { fits: isWritableFolder, should: "be a folder that can be written to" },
  DATABASE_URL: {
    fits: isDatabaseUrl,
    should: "be a URL like postgres://user:password@host:5432/database",
    secret: true,
  },
  DEMO_PASSWORD: { fits: (value) => value.length >= 8, should: "have at least 8 characters", secret: true },
  SIGN_UP: { fits: (value) => ["open", "closed"].includes(value), should: "be open or closed" },
  NEXTAUTH_URL: { fits: (value) => isUrl(value, ["http:", "https:"]), should: "be the http(s) URL that people open" },
  WHATSAPP_GRAPH_URL: { fits: (value) => isUrl(value, ["http:", "https:"]), should: "be an http(s) URL" },
  WHATSAPP_GRAPH_VERSION: { fits: (value) => /^v\d+\.\d+$/.test(value), should: "look like v25.0" },
  WHATSAPP_APP_ID: { fits: (value) => /^\d+$/.test(value), should: "be Meta's app id, digits only" },
  WHATSAPP_APP_SECRET: {
    fits: (value) => value.length >= 8,
    should: "be Meta's app secret, at least 8 characters",
    secret: true,
  },
  WHATSAPP_VERIFY_TOKEN: { fits: (value) => value.length >= 8, should: "have at least 8 characters", secret: true },
  PARLEY_MASTER_KEY: {
    fits: (value) => /^[0-9a-f]{64}$/.test(value),
    should: "be 64 lower-case hexadecimal digits (openssl rand -hex 32)",
    secret: true,
  },
};

/** Values that make no sense one without the other. */
const pairs = [
  ["WHATSAPP_APP_ID", "WHATSAPP_APP_SECRET"],
  ["WHATSAPP_APP_SECRET", "WHATSAPP_APP_ID"],
];

/**
 * The settings of a command, from the environment; an empty value counts as absent.
 * @param {Record<string, string | undefined>} environment
 * @throws {Failure} naming each variable that does not fit, and what it should be
 */
export function readSettings(environment = process.env) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in variables && value !== ""),
  );
  const wrong = Object.entries(given)
    .filter(([name, value]) => !variables[name].fits(value))
    .map(([name, value]) => {
      const { should, secret } = variables[name];
      return `${name} should ${should}${secret ? "" : `, but is "${value}"`}.`;
    });
  const missing = pairs
    .filter(([one, other]) => given[one] && !given[other])
    .map(([one, other]) => `${other} is missing: it should be set when ${one} is.`);
  const settings = {
    host: given.HOST ?? "127.0.0.1",
    port: Number(given.PORT ?? 3000),
    simulatorPort: Number(given.SIMULATOR_PORT ?? 3100),
    dataDir: resolve(root, given.DATA_DIR ?? ".data"),
    databaseUrl: given.DATABASE_URL,
    given,
  };
  const clash = settings.port === settings.simulatorPort ? ["SIMULATOR_PORT should differ from PORT."] : [];
  const problems = [...wrong, ...missing, ...clash];
  if (problems.length > 0)
    throw new Failure(`The environment does not fit:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  isWritableFolder(settings.dataDir);
  return settings;
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * The URL that people open, from where we listen.
 * @param {Pick<Settings, "host" | "port">} settings
 */
export function addressOf({ host, port }) {
  const everywhere = host === "0.0.0.0" || host === "::";
  return `http://${everywhere ? "localhost" : isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}
