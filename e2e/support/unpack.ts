import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "@/scripts/support/root.mjs";

const packageFolder = join(root, "node_modules/@sparticuz/chromium");

/**
 * Unpacks the Chromium that comes from npm, with the system libraries it needs, once a version.
 * @returns the folder that holds `chromium` and `al2023/lib`
 */
export async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const place = join(root, ".cache", `chromium-${version}`);
  if (existsSync(place)) return place;
  const unfinished = `${place}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  try {
    // It unpacks into the system's folder for temporary files, and takes whatever lies there for its own.
    process.env.TMPDIR = unfinished;
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(join(packageFolder, "bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Another run may have been quicker.
  if (existsSync(place)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, place);
  return place;
}
