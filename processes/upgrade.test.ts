import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { listen, openDoor } from "@/test/front-door";
import { createHotReload } from "./hot-reload";

const upgradeTo = (path: string, host: string, ...more: string[]) => [
  `GET ${path} HTTP/1.1`,
  `Host: ${host}`,
  "Connection: Upgrade",
  "Upgrade: websocket",
  ...more,
];

/** A stand-in for whoever takes the upgrade: says so and closes. */
const taken = (_: unknown, socket: { end: (text: string) => void }) =>
  socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n");

const statusOf = (answer: string) => Number(answer.split(" ")[1]);

describe("a socket", () => {
  it("is opened from a page of ours", async () => {
    const door = await openDoor({ sockets: taken });
    const lines = upgradeTo("/socket.io/?EIO=4&transport=websocket", door.host, `Origin: ${door.url}`);
    expect(statusOf(await door.raw(lines))).toBe(101);
  });

  it.each([
    ["another site's page", ["Origin: https://evil.example"]],
    ["a page of another port", ["Origin: http://127.0.0.1:1"]],
    ["a sandboxed page", ["Origin: null"]],
    ["who does not say from where", []],
    ["a page that the browser calls cross-site", ["Origin: SELF", "Sec-Fetch-Site: cross-site"]],
  ])("is not opened for %s", async (_, headers) => {
    const door = await openDoor({ sockets: taken });
    const lines = headers.map((line) => line.replace("SELF", door.url));
    expect(statusOf(await door.raw(upgradeTo("/socket.io/", door.host, ...lines)))).toBe(403);
  });

  it.each(["/", "/api/v1/events", "/_next/hmr", "/socket.iox"])("at %s is nobody's, and is refused", async (path) => {
    const door = await openDoor({ sockets: taken });
    const lines = upgradeTo(path, door.host, `Origin: ${door.url}`);
    expect(statusOf(await door.raw(lines))).toBe(404);
  });

  it.each(["SELF/socket.io/", "//socket.io/"])("with a target that is no path is refused: %s", async (target) => {
    const door = await openDoor({ sockets: taken });
    const lines = upgradeTo(target.replace("SELF", door.url), door.host, `Origin: ${door.url}`);
    expect(statusOf(await door.raw(lines))).toBe(400);
  });

  it("asked for without an upgrade is told that there is no other way", async () => {
    const door = await openDoor({ sockets: taken });
    expect((await fetch(`${door.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(426);
  });
});

it("in development, web's socket for hot reload is handed on both ways", async () => {
  const web = createServer();
  web.on("upgrade", (_, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-Web: yes\r\n\r\n");
    socket.once("data", (chunk: Buffer) => socket.end(`heard ${chunk}`));
  });
  const door = await openDoor({ hotReload: createHotReload(await listen(web)) });
  const answer = await door.raw([...upgradeTo("/_next/hmr", door.host, `Origin: ${door.url}`), "", "hello"]);
  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer).toContain("X-Web: yes");
  expect(answer).toContain("heard hello");
});
