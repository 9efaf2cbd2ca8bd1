import { once } from "node:events";
import { Agent, request as ask, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { type Asked, openDoor } from "@/test/front-door";
import { createHandOn } from "./hand-on";

it("a request arrives as it was sent, but for what concerns the connection", async () => {
  const door = await openDoor();
  const answer = await door.raw([
    "PUT /a%20b/../c?x=1&x=2 HTTP/1.1",
    `Host: ${door.host}`,
    "Connection: close",
    "Keep-Alive: timeout=5",
    "TE: trailers",
    "Proxy-Authorization: Basic x",
    "X-Mine: one",
    "Content-Length: 5",
    "",
    "hello",
  ]);
  const asked = JSON.parse(answer.slice(answer.indexOf("{"), answer.lastIndexOf("}") + 1)) as Asked;
  expect(asked).toMatchObject({ method: "PUT", url: "/a%20b/../c?x=1&x=2", body: "hello" });
  expect(asked.headers["x-mine"]).toBe("one");
  for (const name of ["keep-alive", "te", "proxy-authorization"]) {
    expect(asked.headers[name], name).toBeUndefined();
  }
});

it("an answer comes back with each of its cookies", async () => {
  const door = await openDoor({}, (_, response) => {
    response.writeHead(302, [
      ...["Set-Cookie", "a=1"],
      ...["Set-Cookie", "b=2"],
      ...["Location", "/there"],
      ...["Keep-Alive", "timeout=99"],
    ]);
    response.end();
  });
  const response = await fetch(door.url, { redirect: "manual" });
  expect(response.status).toBe(302);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(response.headers.get("location")).toBe("/there");
  expect(response.headers.get("keep-alive")).not.toBe("timeout=99");
});

it("a stream arrives piece by piece", async () => {
  let finish = () => {};
  const door = await openDoor({}, (_, response) => {
    response.write("first");
    finish = () => response.end("second");
  });
  const response = await fetch(door.url);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe("first");
  finish();
  expect((await reader?.read())?.value).toBe("second");
});

it("web learns that a visitor has gone", async () => {
  const gone = Promise.withResolvers<void>();
  const door = await openDoor({}, (_, response) => {
    response.write("x");
    response.on("close", () => gone.resolve());
  });
  const sent = ask(door.url).end();
  const [answered] = (await once(sent, "response")) as [IncomingMessage];
  await once(answered, "data");
  sent.on("error", () => undefined).destroy();
  await gone.promise;
});

/** A web that answers the first request of each connection, and cuts the connection at the second. */
async function webThatCutsKeptConnections() {
  const seen: string[] = [];
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    let count = 0;
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      count += 1;
      seen.push(String(chunk).split(" ")[0] ?? "");
      if (count > 1) socket.resetAndDestroy();
      else socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, seen };
}

it("a page is asked for again when web closed a kept connection under it", async () => {
  const web = await webThatCutsKeptConnections();
  const door = await openDoor({ handOn: createHandOn(web.port) });
  expect((await fetch(door.url)).status).toBe(200);
  expect((await fetch(door.url)).status).toBe(200);
  expect(web.seen).toEqual(["GET", "GET", "GET"]);
});

it("what changes something is not sent twice", async () => {
  const web = await webThatCutsKeptConnections();
  const door = await openDoor({ handOn: createHandOn(web.port) });
  const send = () => fetch(door.url, { method: "POST", body: "x", headers: { origin: door.url } });
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(502);
  expect(web.seen.filter((method) => method === "POST")).toHaveLength(2);
});

it("without web, people get a page that looks again, and programs a problem", async () => {
  const door = await openDoor({ handOn: createHandOn(9) });
  const page = await fetch(door.url, { headers: { accept: "text/html,*/*" } });
  expect(page.status).toBe(502);
  expect(page.headers.get("content-type")).toMatch("text/html");
  expect(await page.text()).toContain('http-equiv="refresh"');
  const problem = await fetch(door.url);
  expect(problem.headers.get("content-type")).toBe("application/problem+json");
  expect(await problem.json()).toMatchObject({ status: 502, code: "unavailable" });
});

it("a body without an announced length is cut at 1 MiB", async () => {
  let received = 0;
  const door = await openDoor({}, (request) => {
    request.on("data", (chunk) => {
      received += chunk.length;
    });
    request.on("error", () => undefined);
  });
  const sent = ask(door.url, { method: "POST", headers: { origin: door.url } });
  const cut = Promise.withResolvers<void>();
  sent.on("error", () => cut.resolve());
  const piece = Buffer.alloc(64 * 1024);
  for (let count = 0; count < 40 && !sent.destroyed; count += 1) {
    await Promise.race([cut.promise, new Promise<void>((resolve) => sent.write(piece, () => resolve()))]);
  }
  await cut.promise;
  await vi.waitFor(() => expect(received).toBeGreaterThan(900 * 1024));
  expect(received).toBeLessThanOrEqual(1024 * 1024 + 128 * 1024);
});

it("web that answers in the middle of a body is left alone with the rest, and the sender asks on", async () => {
  const gone = Promise.withResolvers<void>();
  const door = await openDoor({}, (request, response) => {
    response.end("early");
    request.socket.once("close", () => gone.resolve());
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const sent = ask(door.url, { method: "POST", agent, headers: { "content-length": 8 } });
  sent.write("half");
  const [answered] = (await once(sent, "response")) as [IncomingMessage];
  for await (const _ of answered);
  await gone.promise;
  sent.end("rest");
  const [next] = (await once(ask(door.url, { agent }).end(), "response")) as [IncomingMessage];
  expect(next.statusCode).toBe(200);
});
