import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Packages = Record<string, { version?: string; resolved?: string; link?: boolean }>;

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const manifest: Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>> = read(
  "package.json",
);
const locked: Packages = read("package-lock.json").packages;

/** The lowest versions without a known hole that matters here, or that others we use need. */
const floors = {
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  "drizzle-orm": "0.45.4",
  "socket.io-parser": "4.2.7",
  "engine.io": "6.6.12",
  ws: "8.23.0",
  sharp: "0.35.5",
  undici: "8.12.4",
  nodemailer: "10.0.0",
};

const versions = (name: string) =>
  Object.entries(locked)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, entry]) => entry.version ?? "");

const numbers = (version: string) => version.split(".").map((part) => Number.parseInt(part, 10));

function isAtLeast(version: string, floor: string) {
  const have = numbers(version);
  const need = numbers(floor);
  const at = need.findIndex((part, index) => part !== have[index]);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

describe("dependencies", () => {
  it.each([
    ["16.4.6", "16.4.6", true],
    ["16.10.0", "16.4.6", true],
    ["17.0.0", "16.4.6", true],
    ["16.4.5", "16.4.6", false],
    ["8.21.3", "8.23.0", false],
  ])("%s compared with the floor %s by number", (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });

  it("are all exact versions", () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const inexact = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(inexact).toEqual([]);
  });

  it.each(Object.entries(floors))("%s is nowhere below %s", (name, floor) => {
    expect(versions(name).filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it.each(["next", "react", "react-dom", "next-auth", "drizzle-orm", "socket.io-parser", "engine.io"])(
    "%s is in the lockfile",
    (name) => {
      expect(versions(name)).not.toEqual([]);
    },
  );

  it("are locked without the host of a registry", () => {
    expect(Object.entries(locked).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"https?:\/\/[^"]*\.tgz"/);
  });
});
