import { describe, expect, it } from "vitest";
import { createWebhookDoor } from "@/processes/webhook/door";
import { openDoor } from "@/test/front-door";
import { refusalOfHost } from "./host";
import { trustedProxies } from "./visitor";

const desk = "https://desk.example";
const local = "http://127.0.0.1:3000";

describe("an installation", () => {
  it.each<[string, string | undefined, boolean, string, boolean]>([
    ["its own name", desk, false, "desk.example", true],
    ["its own name in capitals", desk, false, "Desk.Example", true],
    ["its own name with the usual port", desk, false, "desk.example:443", true],
    ["its own name with another port", desk, false, "desk.example:8443", false],
    ["a name that somebody else pointed here", desk, false, "rebound.example", false],
    ["a name that begins like its own", desk, false, "desk.example.evil.example", false],
    ["no name", desk, false, "", false],
    ["this machine, in earnest", desk, false, "localhost:3000", false],
    ["this machine, in a demo", desk, true, "localhost:3000", true],
    ["this machine, where that is its own name", local, false, "localhost:3000", true],
    ["this machine, where that is its own name", local, false, "[::1]:3000", true],
    ["a name that somebody else pointed at this machine", local, true, "rebound.example:3000", false],
    ["whatever name, where none is configured", undefined, false, "anything.example", true],
  ])("asked by %s (%s, loopback too: %s, Host: %s) answers: %s", (_, publicUrl, loopbackToo, host, answers) => {
    expect(refusalOfHost(host, { publicUrl, loopbackToo })?.status).toBe(answers ? undefined : 421);
  });
});

describe("behind the front door", () => {
  const askAs = async (host: string, path: string, headers: string[] = []) => {
    const door = await openDoor({
      publicUrl: desk,
      loopbackToo: false,
      trusted: trustedProxies("127.0.0.1"),
      pages: { "/healthz": (_, response) => void response.end("well") },
      sockets: (_, socket) => void socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
      webhook: createWebhookDoor({
        accept: async () => ({ status: 200 }),
        verify: async () => ({ status: 200, body: "" }),
        observe: () => undefined,
      }),
    });
    const connection = headers.some((line) => line.startsWith("Upgrade")) ? "Upgrade" : "close";
    return door.raw([`GET ${path} HTTP/1.1`, `Host: ${host}`, `Connection: ${connection}`, ...headers]);
  };

  it("another name gets no page, and is told which one does", async () => {
    const answer = await askAs("rebound.example", "/sign-in");
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    expect(answer).toContain("https://desk.example");
  });

  it("another name gets no socket, though the page that opens it has the same", async () => {
    const upgrade = ["Upgrade: websocket", "Origin: http://rebound.example"];
    expect(await askAs("rebound.example", "/socket.io/", upgrade)).toMatch(/^HTTP\/1\.1 421 /);
    expect(await askAs("desk.example", "/socket.io/", ["Upgrade: websocket", `Origin: ${desk}`])).toMatch(
      /^HTTP\/1\.1 101 /,
    );
  });

  it.each(["/healthz", "/api/whatsapp/webhook?hub.mode=subscribe"])("%s answers under any name", async (path) => {
    expect(await askAs("10.0.0.7:3000", path)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("the name that counts is the one a trusted proxy forwards", async () => {
    expect(await askAs("127.0.0.1:3000", "/", ["X-Forwarded-Host: desk.example"])).toMatch(/^HTTP\/1\.1 200 /);
    expect(await askAs("desk.example", "/", ["X-Forwarded-Host: rebound.example"])).toMatch(/^HTTP\/1\.1 421 /);
  });
});
