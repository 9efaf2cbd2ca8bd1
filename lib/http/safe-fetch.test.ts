import { expect, test } from "vitest";
import { closedPort, httpServer, tcpServer } from "@/test/loopback-server";
import { HttpFailure } from "./http-failure";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";

async function outcomeOf(url: string, options: SafeFetchOptions) {
  const failure = await safeFetch(url, { method: "POST", body: '{"a":1}', ...options }).then(
    async (response) => response.bytes().catch((error: unknown) => error),
    (error: unknown) => error,
  );
  if (!(failure instanceof HttpFailure)) throw new Error("There was an answer.", { cause: failure });
  return { code: failure.code, definitelyNotSent: failure.definitelyNotSent };
}

test("an answer is handed over with status, headers and body", async () => {
  await using server = await httpServer((_request, response, body) => {
    response.writeHead(418, { "X-Trace": "t1", "content-type": "application/json" }).end(`{"got":${body}}`);
  });
  const response = await safeFetch(`${server.origin}/teapot?x=1`, {
    method: "POST",
    body: "7",
    headers: { "x-own": "1" },
    allowOrigins: [server.origin],
  });
  expect(response).toMatchObject({ ok: false, status: 418, headers: { "x-trace": "t1" } });
  expect(await response.json()).toEqual({ got: 7 });
  expect(server.received).toEqual([{ method: "POST", url: "/teapot?x=1", body: "7" }]);
});

test("a body made of pieces arrives whole", async () => {
  await using server = await httpServer((_request, response, body) => response.end(body.toUpperCase()));
  async function* pieces() {
    yield Buffer.from("one ");
    yield Buffer.from("two");
  }
  const response = await safeFetch(server.origin, {
    method: "POST",
    body: pieces(),
    headers: { "content-length": "7" },
    allowOrigins: [server.origin],
  });
  expect(await response.text()).toBe("ONE TWO");
});

test("a name that resolves to this machine is refused before anything is sent", async () => {
  await using server = await tcpServer((socket) => socket.end());
  expect(await outcomeOf(`https://localhost:${server.port}/`, {})).toEqual({
    code: "forbidden_address",
    definitelyNotSent: true,
  });
});

test("a name without an address was definitely not sent", async () => {
  expect(await outcomeOf("https://nowhere.invalid/", {})).toEqual({ code: "dns", definitelyNotSent: true });
});

test("a refused connection was definitely not sent", async () => {
  const origin = `http://127.0.0.1:${await closedPort()}`;
  expect(await outcomeOf(origin, { allowOrigins: [origin] })).toEqual({ code: "connect", definitelyNotSent: true });
});

test("a failed TLS handshake was definitely not sent", async () => {
  await using server = await tcpServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  const origin = `https://127.0.0.1:${server.port}`;
  expect(await outcomeOf(origin, { allowOrigins: [origin] })).toEqual({ code: "tls", definitelyNotSent: true });
});

test("a connection that closes while it is set up was definitely not sent", async () => {
  await using server = await tcpServer((socket) => socket.resetAndDestroy());
  const origin = `https://127.0.0.1:${server.port}`;
  expect(await outcomeOf(origin, { allowOrigins: [origin] })).toEqual({ code: "connect", definitelyNotSent: true });
});

test("a connection that is not set up in time was definitely not sent", async () => {
  await using server = await tcpServer(() => {});
  const origin = `https://127.0.0.1:${server.port}`;
  const outcome = await outcomeOf(origin, { allowOrigins: [origin], connectTimeoutMs: 200 });
  expect(outcome).toEqual({ code: "connect_timeout", definitelyNotSent: true });
});

test("no answer in time leaves open whether it was sent", async () => {
  await using server = await httpServer(() => {});
  const outcome = await outcomeOf(server.origin, { allowOrigins: [server.origin], totalTimeoutMs: 150 });
  expect(outcome).toEqual({ code: "timeout", definitelyNotSent: false });
  expect(server.received).toHaveLength(1);
});

test("an answer that stops half way leaves it open as well", async () => {
  await using server = await httpServer((_request, response) => {
    response.writeHead(200, { "content-length": "100" }).write("half");
  });
  const outcome = await outcomeOf(server.origin, { allowOrigins: [server.origin], totalTimeoutMs: 150 });
  expect(outcome).toEqual({ code: "timeout", definitelyNotSent: false });
});

test("a reset after the request leaves it open, and nothing is repeated", async () => {
  await using server = await httpServer((request) => request.socket.resetAndDestroy());
  const outcome = await outcomeOf(server.origin, { allowOrigins: [server.origin] });
  expect(outcome).toEqual({ code: "reset", definitelyNotSent: false });
  expect(server.received).toHaveLength(1);
});

test("a reused connection that is reset leaves it open, and nothing is repeated, not even a GET", async () => {
  await using server = await httpServer((request, response) => {
    if (request.url === "/first") response.end("ok");
    else request.socket.destroy();
  });
  const options = { allowOrigins: [server.origin], pool: { name: "one", connections: 1 } };
  await (await safeFetch(`${server.origin}/first`, options)).text();
  const outcome = await outcomeOf(`${server.origin}/second`, { ...options, method: "GET", body: undefined });
  expect(outcome).toEqual({ code: "reset", definitelyNotSent: false });
  expect(server.received.map(({ url }) => url)).toEqual(["/first", "/second"]);
});

test("what is not HTTP leaves it open", async () => {
  await using server = await tcpServer((socket) => socket.on("data", () => socket.end("220 mail.example\r\n")));
  const origin = `http://127.0.0.1:${server.port}`;
  expect(await outcomeOf(origin, { allowOrigins: [origin] })).toEqual({ code: "protocol", definitelyNotSent: false });
});

test("a request that waits for a connection past its time was not sent, and is not sent later", async () => {
  const held: (() => void)[] = [];
  await using server = await httpServer((_request, response) => held.push(() => response.end("ok")));
  const options = { allowOrigins: [server.origin], pool: { name: "narrow", connections: 1 } };
  const first = safeFetch(`${server.origin}/first`, options);
  const outcome = await outcomeOf(`${server.origin}/late`, { ...options, totalTimeoutMs: 100 });
  expect(outcome).toEqual({ code: "timeout", definitelyNotSent: true });
  held.shift()?.();
  expect(await (await first).text()).toBe("ok");
  const third = safeFetch(`${server.origin}/third`, options);
  await expect.poll(() => held.length).toBe(1);
  held.shift()?.();
  await (await third).text();
  expect(server.received.map(({ url }) => url)).toEqual(["/first", "/third"]);
});

test.each([
  ["announced", true],
  ["not announced", false],
])("an answer over the cap is cut off, %s", async (_how, announced) => {
  await using server = await httpServer((_request, response) => {
    const body = Buffer.alloc(5_000, "x");
    response.writeHead(200, announced ? { "content-length": body.length } : {});
    response.write(body);
    response.end();
  });
  const outcome = await outcomeOf(server.origin, { allowOrigins: [server.origin], maxBytes: 1_000 });
  expect(outcome).toEqual({ code: "too_large", definitelyNotSent: false });
});

test("a redirect is an error unless it was asked for", async () => {
  await using server = await httpServer((_request, response) => response.writeHead(302, { location: "/b" }).end());
  const options = { method: "GET", body: undefined, allowOrigins: [server.origin] } as const;
  expect((await outcomeOf(`${server.origin}/a`, options)).code).toBe("redirect");
  expect(server.received).toHaveLength(1);
});

test("a redirect is followed on the same host and never to another", async () => {
  await using other = await httpServer((_request, response) => response.end("elsewhere"));
  await using server = await httpServer((request, response) => {
    if (request.url === "/away") response.writeHead(302, { location: `${other.origin}/` }).end();
    else if (request.url === "/a") response.writeHead(307, { location: "/b" }).end();
    else response.end("arrived");
  });
  const options = { allowOrigins: [server.origin, other.origin], redirect: "same-host" } as const;
  expect(await (await safeFetch(`${server.origin}/a`, options)).text()).toBe("arrived");
  const away = await outcomeOf(`${server.origin}/away`, { ...options, method: "GET", body: undefined });
  expect(away.code).toBe("redirect");
  expect(other.received).toEqual([]);
});
