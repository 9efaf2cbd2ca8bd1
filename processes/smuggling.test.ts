import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { openDoor } from "@/test/front-door";

const chunked = (body: string) => [body.length.toString(16), body, "0", "", ""].join("\r\n");

/** A body which is a request by itself, were it read without its frame. */
const hidden = "GET /hidden HTTP/1.1\r\nHost: a\r\nX-Hidden: 1\r\n\r\n";

/** A web that notes each request which it believes to have got, and says in its answer which one that was. */
async function openNotingDoor() {
  const seen: { line: string; body: string }[] = [];
  const door = await openDoor({}, (request, response) => {
    const note = { line: `${request.method} ${request.url}`, body: "" };
    seen.push(note);
    request.on("data", (chunk) => {
      note.body += chunk;
    });
    request.on("end", () => response.end(note.line));
  });
  return { ...door, seen };
}

/** What comes back on a connection until it closes, or until it holds this. */
async function send(port: number, text: string, until?: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const closed = once(socket, "close");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
    if (until !== undefined && answer.includes(until)) socket.destroy();
  });
  socket.on("error", () => undefined).write(text);
  await closed;
  return answer;
}

const attacks: [string, string, string[], string][] = ["GET", "HEAD", "DELETE", "OPTIONS"].flatMap((method) => [
  [`an unannounced length on ${method}`, method, ["Transfer-Encoding: chunked"], chunked(hidden)],
  [
    `a length on ${method} that Connection asks to drop`,
    method,
    ["Connection: content-length", `Content-Length: ${hidden.length}`],
    hidden,
  ],
  [
    `chunks on ${method} that Connection asks to drop`,
    method,
    ["Connection: keep-alive, transfer-encoding", "Transfer-Encoding: chunked"],
    chunked(hidden),
  ],
]);

it.each([
  ...attacks,
  [
    "a length on POST that Connection asks to drop",
    "POST",
    ["Connection: close", "Connection: Content-Length", `Content-Length: ${hidden.length}`],
    hidden,
  ],
  ["a coding below the chunks", "POST", ["Transfer-Encoding: gzip, chunked"], chunked(hidden)],
  ["a Connection that names who somebody is", "GET", ["Connection: cookie, authorization, host"], ""],
] satisfies typeof attacks)(
  "%s is refused, and the next visitor gets their own answer",
  async (_, method, headers, body) => {
    const door = await openNotingDoor();
    const head = [`${method} /one HTTP/1.1`, `Host: ${door.host}`, ...headers, "", ""].join("\r\n");
    // A connection to web is kept by now, and another visitor asks on it right after.
    await (await fetch(`${door.url}/before`)).text();
    const attack = send(door.port, head + body);
    const victim = await fetch(`${door.url}/victim`);
    expect(await victim.text()).toBe("GET /victim");
    expect(await attack).toMatch(/^HTTP\/1\.1 400 /);
    expect(await (await fetch(`${door.url}/victim-2`)).text()).toBe("GET /victim-2");
    expect(door.seen.map(({ line }) => line)).toEqual(["GET /before", "GET /victim", "GET /victim-2"]);
  },
);

it.each([
  ["POST", ["Transfer-Encoding: chunked"], chunked(hidden)],
  ["PUT", ["Transfer-Encoding: Chunked"], chunked(hidden)],
  ["PATCH", [`Content-Length: ${hidden.length}`], hidden],
  ["GET", [`Content-Length: ${hidden.length}`], hidden],
  ["DELETE", [`Content-Length: ${hidden.length}`], hidden],
  ["OPTIONS", [`Content-Length: ${hidden.length}`], hidden],
])("a body of %s with %j stays a body", async (method, headers, body) => {
  const door = await openNotingDoor();
  const head = [`${method} /one HTTP/1.1`, `Host: ${door.host}`, ...headers, "", ""].join("\r\n");
  expect(await send(door.port, head + body, `${method} /one`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await (await fetch(`${door.url}/victim`)).text()).toBe("GET /victim");
  expect(door.seen).toEqual([
    { line: `${method} /one`, body: hidden },
    { line: "GET /victim", body: "" },
  ]);
});

it.each(["keep-alive", "close", "Keep-Alive, TE"])("an ordinary Connection: %s passes", async (value) => {
  const door = await openNotingDoor();
  const head = ["GET /one HTTP/1.1", `Host: ${door.host}`, `Connection: ${value}`, "TE: trailers", "", ""].join("\r\n");
  expect(await send(door.port, head, "GET /one")).toMatch(/^HTTP\/1\.1 200 /);
});
