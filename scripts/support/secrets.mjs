import { randomBytes, randomInt } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const hex = (bytes) => randomBytes(bytes).toString("hex");

/** Twelve letters and digits that are hard to confuse, in groups: 58 bits, and easy to type. */
function password() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}

const makers = {
  masterKey: () => hex(32),
  nextAuthSecret: () => hex(32),
  appSecret: () => hex(16),
  verifyToken: () => hex(16),
  rolePassword: () => hex(24),
  postgresPassword: () => hex(24),
  demoPassword: password,
  demoAccessToken: () => hex(32),
};

/**
 * What this installation keeps to itself: made once, kept in `secrets.json` below the data folder, for its owner's eyes.
 * @param {string} dataDir
 * @returns {Record<keyof typeof makers, string>}
 */
export function readSecrets(dataDir) {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(makers).filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, makers[name]()])) };
  replaceFile(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Whole or not at all, whenever the machine stops: sealed data is lost with half a master key. */
function replaceFile(file, text) {
  const beside = `${file}.${hex(4)}.new`;
  const opened = openSync(beside, "wx", 0o600);
  try {
    writeFileSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(beside, file);
}
