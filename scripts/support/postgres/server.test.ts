import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commandLineOf, waitUntilGone } from "@/scripts/support/alive.mjs";
import { query } from "@/scripts/support/database.mjs";
import { root } from "@/scripts/support/root.mjs";
import { findRunning } from "./lock.mjs";
import { startPostgres } from "./server.mjs";

const password = "only-for-this-test";
const ends: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function newDirectory() {
  const place = mkdtempSync(join(tmpdir(), "parley-postgres-"));
  ends.push(() => rmSync(place, { recursive: true, force: true }));
  return join(place, "data");
}

async function start(directory: string) {
  const postgres = await startPostgres({ directory, password, settings: { fsync: "off" } });
  ends.push(postgres.stop);
  return postgres;
}

/** A Node process that lives until it is killed. */
async function startStranger() {
  const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1000)"]);
  ends.push(() => void child.kill("SIGKILL"));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child.pid ?? 0;
}

describe("the embedded PostgreSQL", () => {
  it("is stopped with nothing left, and keeps what was written", async () => {
    const directory = newDirectory();
    const first = await start(directory);
    await query(first.url("postgres"), "create table kept (id int)");
    await first.stop();
    expect(commandLineOf(first.pid())).toBeNull();
    expect(findRunning(directory)).toBeNull();
    const second = await start(directory);
    expect(await query(second.url("postgres"), "select * from kept")).toEqual([]);
  });

  it("asks for the password", async () => {
    const postgres = await start(newDirectory());
    const wrong = postgres.url("postgres").replace(password, "guess");
    await expect(query(wrong, "select 1")).rejects.toThrow("password authentication failed");
  });

  it("comes back on the same port when it is killed", async () => {
    const postgres = await start(newDirectory());
    const killed = postgres.pid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(
      async () => {
        expect(await query(postgres.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
        expect(postgres.pid()).not.toBe(killed);
      },
      { timeout: 15_000 },
    );
  });

  it("is not taken from a process that lives and holds it", async () => {
    const directory = newDirectory();
    await start(directory);
    const holder = await startStranger();
    writeFileSync(join(directory, "parley.holder"), String(holder));
    await expect(startPostgres({ directory, password })).rejects.toThrow(
      `in use by another Parley (process ${holder})`,
    );
  });

  it("starts although the number in its lock file belongs to another program by now", async () => {
    const directory = newDirectory();
    const first = await start(directory);
    const lock = readFileSync(join(directory, "postmaster.pid"), "utf8");
    await first.stop();
    const other = await startStranger();
    writeFileSync(join(directory, "postmaster.pid"), lock.replace(/^\d+/, String(other)), { mode: 0o600 });
    const second = await start(directory);
    expect(await query(second.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
    expect(commandLineOf(other)).not.toBeNull();
  });

  it.runIf(process.platform === "linux")("ends when the process that started it is killed", async () => {
    const directory = newDirectory();
    const code = `
      const { startPostgres } = await import(${JSON.stringify(join(root, "scripts/support/postgres/server.mjs"))});
      await startPostgres({ directory: ${JSON.stringify(directory)}, password: "${password}" });
      console.log("up");`;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", code]);
    await new Promise((resolve) => starter.stdout.once("data", resolve));
    const pid = findRunning(directory)?.pid ?? 0;
    expect(commandLineOf(pid)).toContain(directory);
    starter.kill("SIGKILL");
    expect(await waitUntilGone(pid, 10_000)).toBe(true);
    expect(existsSync(join(directory, "postmaster.pid"))).toBe(false);
  });
});
