import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("./", import.meta.url);

/** Our own webhook bodies, one for each kind of event that Meta sends; named by their file, without the ending. */
export function payloadNames(): string[] {
  return namesIn(folder);
}

export function payloadBytes(name: string): Uint8Array {
  return readFileSync(new URL(`${name}.json`, folder));
}

export type ForeignFile = { name: string; bytes: Uint8Array };

/** Bodies from outside this repository, in the folder that PARLEY_CONTRACT_DIR names; empty where there is none. */
export function foreignFiles(subfolder: string): ForeignFile[] {
  const root = process.env.PARLEY_CONTRACT_DIR;
  if (!root) return [];
  const from = new URL(`${subfolder}/`, `file://${root.replace(/\/$/, "")}/`);
  return namesIn(from).map((name) => ({ name, bytes: readFileSync(new URL(`${name}.json`, from)) }));
}

function namesIn(from: URL): string[] {
  const files = readdirSync(from).filter((file) => file.endsWith(".json"));
  return files.map((file) => file.slice(0, -".json".length)).sort();
}
