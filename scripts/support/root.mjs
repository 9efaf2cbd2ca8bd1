import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Found by its package.json and not by a fixed depth, because the benchmarks bundle this file into another folder. */
function findRoot(folder) {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
