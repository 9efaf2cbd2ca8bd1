import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { listen } from "@/test/front-door";

type Engine = { process: ChildProcess; url: string; words: () => string; exited: Promise<number | null> };

/** A real engine, from its sources, on this file's database. */
async function startEngine(settings: Record<string, string>, ...args: string[]): Promise<Engine> {
  const [port = 0] = await findFreePorts(1);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "processes/engine.ts", ...args],
    { env: { ...process.env, LOG_LEVEL: "info", PORT: String(port), ...settings }, stdio: ["ignore", "pipe", "pipe"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (words += chunk));
  const exited = once(child, "close").then(([code]) => code as number | null);
  return { process: child, url: `http://127.0.0.1:${settings.PORT ?? port}`, words: () => words, exited };
}

const status = (url: string) =>
  fetch(url, { redirect: "manual" }).then(
    (response) => response.status,
    () => 0,
  );

const until = (url: string, expected: number) =>
  vi.waitFor(async () => expect(await status(url)).toBe(expected), { timeout: 15_000, interval: 50 });

it("on SIGTERM an engine ends what it has begun, begins nothing new, and exits with 0", {
  timeout: 40_000,
}, async () => {
  const held: ServerResponse[] = [];
  const web = createServer((request, response) => (request.url === "/slow" ? held.push(response) : response.end()));
  const engine = await startEngine({ WEB_PORT: String(await listen(web)) });
  await until(`${engine.url}/readyz`, 200);
  const slow = fetch(`${engine.url}/slow`);
  await vi.waitFor(() => expect(held).toHaveLength(1));
  engine.process.kill("SIGTERM");
  await until(`${engine.url}/healthz`, 0);
  expect(engine.process.exitCode).toBeNull();
  held[0]?.end("done");
  expect(await (await slow).text()).toBe("done");
  expect(await engine.exited).toBe(0);
  expect(engine.words()).toContain("Stopped.");
});

it("an engine with some parts alone serves its health, and nothing of the others", { timeout: 40_000 }, async () => {
  const engine = await startEngine({}, "--only", "ingest,send");
  await until(`${engine.url}/readyz`, 200);
  expect(await status(`${engine.url}/`)).toBe(404);
  expect(await status(`${engine.url}/api/whatsapp/webhook`)).toBe(404);
  const metrics = await (await fetch(`${engine.url}/metrics`)).text();
  expect(metrics).toContain('loop="send"');
  expect(metrics).not.toContain('loop="tail"');
});

it("an engine that cannot start says why and exits with 1", { timeout: 40_000 }, async () => {
  const taken = await listen(createServer());
  const engines = await Promise.all([
    startEngine({ DATABASE_SYSTEM_URL: "" }),
    startEngine({ WEB_PORT: "9", PORT: String(taken) }),
    startEngine({}),
    startEngine({ WEB_PORT: "9" }, "--only", "everything"),
  ]);
  expect(await Promise.all(engines.map(({ exited }) => exited))).toEqual([1, 1, 1, 1]);
  const [missing, inUse, noWeb, unknown] = engines.map(({ words }) => words());
  expect(missing).toContain("DATABASE_SYSTEM_URL");
  expect(inUse).toContain("EADDRINUSE");
  expect(noWeb).toContain("WEB_PORT should be");
  expect(unknown).toContain("--only takes some of");
});
