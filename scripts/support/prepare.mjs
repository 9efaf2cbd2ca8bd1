import { installIfNeeded } from "./install.mjs";
import { ensureNode } from "./node-version.mjs";

/**
 * What every command needs first: the packages, and a Node that is new enough.
 * @param {import("./progress.mjs").Progress} progress
 */
export async function prepare(progress) {
  await installIfNeeded(progress);
  await ensureNode();
}
