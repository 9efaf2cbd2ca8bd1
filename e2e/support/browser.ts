import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { writeFontConfiguration } from "./fonts";
import { unpackChromium } from "./unpack";

export type Browser = { executablePath: string; env: Record<string, string> };

/** A microphone that beeps, for which nobody is asked. */
export const deviceFlags = [
  ...["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  // Sounds are played to nobody: without a card, a browser may wait for one while a page is closed.
  "--disable-audio-output",
];

const systems = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function fromEnvironment(): Browser | undefined {
  const path = process.env.PARLEY_BROWSER;
  if (path && !existsSync(path)) throw new Error(`PARLEY_BROWSER should be the path of a Chromium, but is "${path}".`);
  return path ? { executablePath: path, env: {} } : undefined;
}

function installed(): Browser | undefined {
  const path = [chromium.executablePath(), ...systems].find((each) => each && existsSync(each));
  return path ? { executablePath: path, env: {} } : undefined;
}

async function unpacked(): Promise<Browser> {
  if (process.platform !== "linux") {
    throw new Error("There is no browser for the journeys. Install Chrome, or set PARLEY_BROWSER to the path of one.");
  }
  const folder = await unpackChromium();
  const libraries = [join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: writeFontConfiguration(folder) },
  };
}

/** The browser for the journeys: the one in PARLEY_BROWSER, Playwright's own, the system's, else the one from npm. */
export async function findBrowser(): Promise<Browser> {
  return fromEnvironment() ?? installed() ?? (await unpacked());
}
