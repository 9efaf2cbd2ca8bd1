import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { startLoop } from "@/lib/jobs";
import { listen, openDoor } from "@/test/front-door";
import { trustedProxies } from "./guard/visitor";
import { type HealthOptions, healthPages } from "./health-pages";

async function openHealth(options: Partial<HealthOptions> = {}, trusted?: string) {
  const pages = healthPages({
    webPort: undefined,
    isStopping: () => false,
    metricsToken: undefined,
    loops: () => [],
    ...options,
  });
  return openDoor({ pages, trusted: trustedProxies(trusted) });
}

describe("/readyz", () => {
  it("is 200 when the database, its migrations, web and the loops are well", async () => {
    const web = await listen(createServer((_, response) => response.end()));
    const loop = startLoop({ name: "well", idleMs: 10, round: async () => false });
    const { url } = await openHealth({ webPort: web });
    const response = await fetch(`${url}/readyz`);
    expect(await response.json()).toEqual({ status: "ready" });
    expect(response.status).toBe(200);
    await loop.stop();
  });

  it("is 503 and names what is not, while /healthz stays 200", async () => {
    const { url } = await openHealth({ webPort: 9, isStopping: () => true });
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect((await response.json()).problems).toEqual([
      { check: "engine", reason: "The engine is stopping." },
      { check: "web", reason: "The console does not answer." },
    ]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("is 503 when web answers with failures alone", async () => {
    const web = await listen(createServer((_, response) => response.writeHead(500).end()));
    const { url } = await openHealth({ webPort: web });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });
});

describe("/metrics", () => {
  const token = "a-token-of-the-operator";
  const status = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/metrics`, { headers })).status;

  it("is for this machine", async () => {
    expect(await status((await openHealth()).url)).toBe(200);
  });

  it.each(["x-forwarded-for", "forwarded", "x-real-ip"])("is not for whom a proxy on it lets in (%s)", async (name) => {
    expect(await status((await openHealth()).url, { [name]: "203.0.113.9" })).toBe(404);
  });

  it.each(["rebound.example", "localhost.example:3000", "10.0.0.7"])(
    "is not for a page whose name somebody pointed at this machine (%s)",
    async (host) => {
      const door = await openHealth();
      const lines = (as: string) => ["GET /metrics HTTP/1.1", `Host: ${as}`, "Connection: close"];
      expect(await door.raw(lines(host))).toMatch(/^HTTP\/1\.1 404 /);
      expect(await door.raw(lines("localhost"))).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  it("is for whoever has the token, and not for a wrong one", async () => {
    const { url } = await openHealth({ metricsToken: token }, "127.0.0.1");
    const from = { "x-forwarded-for": "203.0.113.9" };
    expect(await status(url, { ...from, authorization: `Bearer ${token}` })).toBe(200);
    expect(await status(url, { ...from, authorization: `Bearer ${token}x` })).toBe(404);
    expect(await status(url, from)).toBe(404);
  });
});
