import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { commandLineOf, waitUntilGone } from "./alive.mjs";
import { launch } from "./children.mjs";
import { root } from "./root.mjs";

const place = mkdtempSync(join(tmpdir(), "parley-children-"));
afterAll(() => rmSync(place, { recursive: true }));

/** A program with a child of its own; both only end when made to. It notes their process numbers. */
const stubborn = join(place, "stubborn.mjs");
const pids = join(place, "pids");
writeFileSync(
  stubborn,
  `import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
const stay = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
const child = spawn(process.execPath, ["-e", stay]);
process.on("SIGTERM", () => {});
writeFileSync(${JSON.stringify(pids)}, process.pid + " " + child.pid);
console.log("up");
setInterval(() => {}, 1000);`,
);

async function stubbornPids() {
  const text = await vi.waitFor(() => readFileSync(pids, "utf8"), { timeout: 10_000 });
  return text.split(" ").map(Number);
}

it("a process that does not stop when asked is made to, and its own children with it", async () => {
  writeFileSync(pids, "");
  const child = launch({ name: "stubborn", args: [stubborn], env: process.env, logDir: place });
  await vi.waitFor(() => expect(readFileSync(join(place, "stubborn.log"), "utf8")).toContain("up"), {
    timeout: 10_000,
  });
  const all = await stubbornPids();
  await child.stop(100);
  for (const pid of all) expect(await waitUntilGone(pid, 5_000)).toBe(true);
});

it("a process that ends by itself leaves its last words", async () => {
  const child = launch({
    name: "engine",
    args: ["-e", "console.error('no room left'); process.exit(3)"],
    env: process.env,
    logDir: place,
  });
  expect(await child.died).toMatch(/^engine has stopped by itself \(exit code 3\)[\s\S]*no room left$/);
});

it.runIf(process.platform !== "win32")("processes end when the one that launched them is killed", async () => {
  writeFileSync(pids, "");
  const code = `
    const { launch } = await import(${JSON.stringify(join(root, "scripts/support/children.mjs"))});
    launch({ name: "orphan", args: [${JSON.stringify(stubborn)}], env: process.env, logDir: ${JSON.stringify(place)} });`;
  const launcher = spawn(process.execPath, ["--input-type=module", "-e", code]);
  await vi.waitFor(() => expect(readFileSync(pids, "utf8")).toMatch(/\d+ \d+/), { timeout: 10_000 });
  const all = await stubbornPids();
  for (const pid of all) expect(commandLineOf(pid)).not.toBeNull();
  launcher.kill("SIGKILL");
  for (const pid of all) expect(await waitUntilGone(pid, 5_000)).toBe(true);
});
