import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./root.mjs";

/**
 * Does a piece of work only when what it depends on has changed since it last succeeded.
 * The mark goes before the work begins, so that work cut short is done again.
 * @param {string} path where the mark is kept, from the root
 * @param {() => string} currentFingerprint asked again afterwards, as the work may change its own input
 * @param {() => Promise<void>} work
 */
export async function unlessMarked(path, currentFingerprint, work) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === currentFingerprint()) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, currentFingerprint());
}
