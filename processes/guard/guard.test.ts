import { describe, expect, it } from "vitest";
import { type Asked, openDoor } from "@/test/front-door";
import { mostBodyMs } from "./body-size";
import { trustedProxies } from "./visitor";

const loopback = trustedProxies("127.0.0.0/8");

async function headersAtWeb(headers: Record<string, string>, options: Parameters<typeof openDoor>[0] = {}) {
  const door = await openDoor(options);
  const response = await fetch(`${door.url}/page?a=1`, { headers });
  return { door, asked: (await response.json()) as Asked, response };
}

describe("what a visitor says and only the front door may say", () => {
  it.each([
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-nextjs-data",
    "x-next-resume-state-length",
    "next-resume",
    "x-matched-path",
    "x-now-route-matches",
    "x-invoke-path",
    "x-prerender-revalidate",
    "x-original-url",
    "x-rewrite-url",
    "x-real-ip",
    "forwarded",
    "x-forwarded-prefix",
    "x-forwarded-server",
    "x-nonce",
    "content-security-policy",
  ])("%s does not reach web", async (name) => {
    const { asked } = await headersAtWeb({ [name]: "forged" });
    expect(asked.headers[name]).toBeUndefined();
  });

  it.each([
    "rsc",
    "next-router-state-tree",
    "next-router-prefetch",
    "next-router-segment-prefetch",
    "next-url",
    "next-action",
    "x-workspace",
    "authorization",
    "cookie",
    "range",
  ])("%s, which is the browser's own, does", async (name) => {
    const { asked } = await headersAtWeb({ [name]: "1" });
    expect(asked.headers[name]).toBe("1");
  });

  it("who the visitor is, and how they came, is said by us", async () => {
    const { asked, door, response } = await headersAtWeb({
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "1",
      "x-request-id": "forged",
    });
    expect(asked.headers).toMatchObject({
      "x-forwarded-for": "unknown",
      "x-forwarded-host": door.host,
      "x-forwarded-proto": "http",
      "x-forwarded-port": String(door.port),
      host: door.host,
    });
    expect(asked.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get("x-request-id")).toBe(asked.headers["x-request-id"]);
  });

  it("a proxy that is trusted is believed, and of its chain only the part that it wrote", async () => {
    const { asked } = await headersAtWeb(
      {
        "x-forwarded-for": "6.6.6.6, 203.0.113.9, 127.0.0.2",
        "x-forwarded-host": "desk.example",
        "x-forwarded-proto": "https",
      },
      { trusted: loopback },
    );
    expect(asked.headers).toMatchObject({
      "x-forwarded-for": "203.0.113.9",
      "x-forwarded-host": "desk.example",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
    });
  });

  it.each(["x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-proto"])(
    "whoever comes with %s through a proxy on this machine that we do not know is not taken for this machine",
    async (name) => {
      expect((await headersAtWeb({ [name]: "127.0.0.1" })).asked.headers["x-forwarded-for"]).toBe("unknown");
      expect((await headersAtWeb({})).asked.headers["x-forwarded-for"]).toBe("127.0.0.1");
    },
  );

  it("nor is who has a proxy that we do know say so", async () => {
    const { asked } = await headersAtWeb({ "x-forwarded-for": "127.0.0.1" }, { trusted: loopback });
    expect(asked.headers["x-forwarded-for"]).toBe("unknown");
  });

  it.each(["a/../b", "evil example", "desk.example:99999999", '"><script>'])(
    "a host that a trusted proxy forwards, but that is none, is not taken over: %s",
    async (forwarded) => {
      const { asked, door } = await headersAtWeb({ "x-forwarded-host": forwarded }, { trusted: loopback });
      expect(asked.headers["x-forwarded-host"]).toBe(door.host);
    },
  );

  it("an entry of TRUST_PROXY that is no address is named", () => {
    expect(() => trustedProxies("10.0.0.0/8, 10.0.0.0/99")).toThrow('holds "10.0.0.0/99"');
    expect(() => trustedProxies("fd00::/8,::1")).not.toThrow();
  });
});

describe("a request that nobody here has a use for", () => {
  it.each([
    ["an absolute target", ["GET http://elsewhere.example/ HTTP/1.1", "Host: a"], "400"],
    ["a target with two slashes", ["GET //elsewhere.example/ HTTP/1.1", "Host: a"], "400"],
    ["a target with a backslash", ["GET /\\elsewhere.example/ HTTP/1.1", "Host: a"], "400"],
    ["a star", ["OPTIONS * HTTP/1.1", "Host: a"], "400"],
    ["CONNECT", ["CONNECT elsewhere.example:443 HTTP/1.1", "Host: elsewhere.example:443"], "405"],
    ["TRACE", ["TRACE / HTTP/1.1", "Host: a"], "405"],
    ["a method of another protocol", ["PROPFIND / HTTP/1.1", "Host: a"], "405"],
    ["no host", ["GET / HTTP/1.1"], "400"],
    ["a host with a path in it", ["GET / HTTP/1.1", "Host: a/../b"], "400"],
    [
      "two lengths of one body",
      ["POST / HTTP/1.1", "Host: a", "Content-Length: 3", "Transfer-Encoding: chunked"],
      "400",
    ],
    ["more than 16 KiB of headers", ["GET / HTTP/1.1", "Host: a", `X-Long: ${"a".repeat(17_000)}`], "431"],
    [
      "an announced body of more than 1 MiB",
      ["POST / HTTP/1.1", "Host: a", `Content-Length: ${1024 * 1024 + 1}`],
      "413",
    ],
  ])("%s is refused before web sees it", async (_, lines, status) => {
    let reached = 0;
    const door = await openDoor({}, (_request, response) => {
      reached += 1;
      response.end();
    });
    expect(await door.raw(lines)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(reached).toBe(0);
  });
});

describe("something that changes something", () => {
  const post = async (headers: Record<string, string>, publicUrl?: string) => {
    const door = await openDoor({ publicUrl });
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("SELF", door.url)]),
    );
    const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
    const answer = await door.raw([
      "POST /x HTTP/1.1",
      `Host: ${door.host}`,
      "Content-Length: 0",
      "Connection: close",
      ...lines,
    ]);
    return Number(answer.split(" ")[1]);
  };
  const cookie = "next-auth.session-token=x";

  it.each<[string, Record<string, string>, string | undefined, number]>([
    ["from a page of ours passes", { cookie, origin: "SELF", "sec-fetch-site": "same-origin" }, undefined, 200],
    ["from the configured address passes", { cookie, origin: "https://desk.example" }, "https://desk.example/", 200],
    ["from another site is refused", { cookie, origin: "https://evil.example" }, undefined, 403],
    ["from another port of this host is refused", { cookie, origin: "http://127.0.0.1:1" }, undefined, 403],
    ["from a sandboxed page is refused", { cookie, origin: "null" }, undefined, 403],
    ["that the browser calls cross-site is refused", { cookie, "sec-fetch-site": "cross-site" }, undefined, 403],
    [
      "that the browser calls same-site is refused",
      { cookie, origin: "SELF", "sec-fetch-site": "same-site" },
      undefined,
      403,
    ],
    ["with a cookie and no word of where from is refused", { cookie }, undefined, 403],
    [
      "with a key of its own passes",
      { authorization: "Bearer parley_x", origin: "https://evil.example" },
      undefined,
      200,
    ],
    ["with neither cookie nor origin has nothing to borrow, and passes", {}, undefined, 200],
  ])("%s", async (_, headers, publicUrl, status) => {
    expect(await post(headers, publicUrl)).toBe(status);
  });

  it("is told from what only reads, which passes from anywhere", async () => {
    const door = await openDoor();
    const response = await fetch(door.url, { headers: { cookie, "sec-fetch-site": "cross-site" } });
    expect(response.status).toBe(200);
  });
});

describe("each answer", () => {
  it("says what browsers should not do with it", async () => {
    const { response } = await headersAtWeb({});
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(response.headers.get("strict-transport-security")).toBeNull();
  });

  it("asks for https ever after where it came by https", async () => {
    const { response } = await headersAtWeb({ "x-forwarded-proto": "https" }, { trusted: loopback });
    expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  });

  it("asks for it also where the configured address is https and the proxy in front does not say", async () => {
    const { response } = await headersAtWeb({}, { publicUrl: "https://desk.example" });
    expect(response.headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
  });

  it("keeps the policy that a page brings", async () => {
    const door = await openDoor({}, (_, response) => {
      response.setHeader("Content-Security-Policy", "default-src 'self'").end();
    });
    const response = await fetch(door.url);
    expect(response.headers.get("content-security-policy")).toBe("default-src 'self'");
  });
});

describe("a connection", () => {
  it("has five minutes for a request, of which only a file may take more than one, and is one of ten thousand", async () => {
    const { server } = await openDoor();
    expect(server).toMatchObject({ requestTimeout: 300_000, headersTimeout: 15_000, maxConnections: 10_000 });
    expect([mostBodyMs("/api/v1/media"), mostBodyMs("/api/v1/media/x"), mostBodyMs("/")]).toEqual([
      300_000, 60_000, 60_000,
    ]);
  });
});
