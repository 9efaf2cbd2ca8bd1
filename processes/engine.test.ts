import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request as ask, createServer, type ServerResponse } from "node:http";
import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { bundle, bundleFlags, bundlePath } from "@/scripts/support/build.mjs";
import { findFreePorts } from "@/scripts/support/ports.mjs";
import { makeTenant } from "@/test/factories";
import { listen } from "@/test/front-door";

beforeAll(() => bundle({ "test/engine": "processes/engine.ts" }));

type Engine = { process: ChildProcess; url: string; words: () => string; exited: Promise<number | null> };

/** A real engine, bundled as in earnest, on this file's database. */
async function startEngine(settings: Record<string, string>, ...args: string[]): Promise<Engine> {
  const [port = 0] = await findFreePorts(1);
  const child = spawn(process.execPath, [...bundleFlags, bundlePath("test/engine"), ...args], {
    env: { ...process.env, LOG_LEVEL: "info", PORT: String(port), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
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
  vi.waitFor(async () => expect(await status(url)).toBe(expected), { timeout: 30_000, interval: 50 });

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

it("an open socket does not keep an engine from stopping", { timeout: 60_000 }, async () => {
  const web = createServer((_, response) => response.end());
  web.on("upgrade", (_, socket) =>
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
  );
  const engine = await startEngine({ NODE_ENV: "development", WEB_PORT: String(await listen(web)) });
  await until(`${engine.url}/readyz`, 200);
  const upgraded = ask(`${engine.url}/_next/hmr`, {
    headers: { connection: "upgrade", upgrade: "websocket", origin: engine.url },
  }).end();
  await once(upgraded, "upgrade");
  const askedAt = performance.now();
  engine.process.kill("SIGTERM");
  expect(await engine.exited).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(5_000);
});

it("an engine with some parts alone serves its health, and nothing of the others", { timeout: 60_000 }, async () => {
  const engine = await startEngine({}, "--only", "ingest,send");
  await until(`${engine.url}/readyz`, 200);
  expect(await status(`${engine.url}/`)).toBe(404);
  expect(await status(`${engine.url}/api/whatsapp/webhook`)).toBe(404);
  const metrics = await (await fetch(`${engine.url}/metrics`)).text();
  expect(metrics).toContain('loop="send"');
  expect(metrics).not.toContain('loop="tail"');
});

it.each<[string, Record<string, string>, string[], string]>([
  ["a missing variable", { DATABASE_SYSTEM_URL: "" }, [], "DATABASE_SYSTEM_URL"],
  ["no port of web", {}, [], "WEB_PORT should be"],
  ["an unknown part", { WEB_PORT: "9" }, ["--only", "everything"], "--only takes some of"],
])(
  "an engine that cannot start for %s says so and exits with 1",
  { timeout: 60_000 },
  async (_, settings, args, words) => {
    const engine = await startEngine(settings, ...args);
    expect(await engine.exited).toBe(1);
    expect(engine.words()).toContain(words);
  },
);

it("an engine with another master key than the database was sealed with says so and exits with 1", {
  timeout: 60_000,
}, async () => {
  await makeTenant();
  const engine = await startEngine({ WEB_PORT: "9", PARLEY_MASTER_KEY: "a5".repeat(32) });
  expect(await engine.exited).toBe(1);
  expect(engine.words()).toContain("PARLEY_MASTER_KEY is not the key");
});

it("an engine whose port is taken says so and exits with 1", { timeout: 60_000 }, async () => {
  const engine = await startEngine({ WEB_PORT: "9", PORT: String(await listen(createServer())) });
  expect(await engine.exited).toBe(1);
  expect(engine.words()).toContain("EADDRINUSE");
});
