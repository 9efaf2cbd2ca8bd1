import { describe, expect, test } from "vitest";
import { closedPort, httpServer, tcpServer } from "@/test/loopback-server";
import { graph } from "./graph";
import { sendBody } from "./send-body";

const number = "106540352242922";
const body = sendBody({
  address: { to: "+447946055001" },
  content: { type: "text", text: { body: "hello" } },
  callbackData: "message-1",
});

function clientOf(baseUrl: string) {
  return graph({ baseUrl, version: "v25.0", token: "token-1" });
}

/** A Graph API that gives one answer, and keeps what it was asked. */
async function answering(status: number, answer: unknown, headers: Record<string, string> = {}) {
  const server = await httpServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  return { ...server, client: clientOf(server.origin) };
}

describe("a send", () => {
  test("gives the message's id and the customer's addresses", async () => {
    await using server = await answering(200, {
      contacts: [{ input: "+447946055001", wa_id: "447946055001" }],
      messages: [{ id: "wamid.A" }],
    });
    expect(await server.client.sendMessage(number, body)).toEqual({
      ok: true,
      value: { wamid: "wamid.A", held: false, waId: "447946055001", userId: null },
    });
    expect(server.received).toEqual([{ method: "POST", url: `/v25.0/${number}/messages`, body: JSON.stringify(body) }]);
  });

  test("to a BSUID gives the user id back, and a held template says so", async () => {
    await using server = await answering(200, {
      contacts: [{ input: "GB.1", user_id: "GB.1" }],
      messages: [{ id: "wamid.A", message_status: "held_for_quality_assessment" }],
    });
    const result = await server.client.sendMessage(number, body);
    expect(result).toMatchObject({ value: { held: true, waId: null, userId: "GB.1" } });
  });

  test("that Meta refuses is refused, with code, details and trace", async () => {
    await using server = await answering(401, {
      error: {
        message: "Session has expired",
        code: 190,
        error_subcode: 463,
        error_data: { details: "The token died." },
        fbtrace_id: "trace-1",
      },
    });
    expect(await server.client.sendMessage(number, body)).toEqual({
      ok: false,
      outcome: "refused",
      error: {
        code: 190,
        subcode: 463,
        title: null,
        message: "Session has expired",
        details: "The token died.",
        isTransient: false,
        httpStatus: 401,
        traceId: "trace-1",
        transport: null,
      },
    });
  });

  test("is refused by an error envelope even under a 200 and whatever its details look like", async () => {
    await using server = await answering(200, { error: { code: "131026", error_data: "as text" } });
    const result = await server.client.sendMessage(number, body);
    expect(result).toMatchObject({ outcome: "refused", error: { code: 131026, details: "as text" } });
  });

  test.each([
    [200, "not json"],
    [200, ""],
    [200, { messages: [] }],
    [200, { messages: [{}] }],
    [200, []],
    [500, "<html>"],
    [502, ""],
    [404, "nothing here"],
  ])("answered %i %j is ambiguous", async (status, answer) => {
    await using server = await answering(status, answer, { "x-fb-trace-id": "trace-2" });
    const result = await server.client.sendMessage(number, body);
    expect(result).toMatchObject({
      ok: false,
      outcome: "ambiguous",
      error: { code: null, httpStatus: status, traceId: "trace-2", transport: "unreadable" },
    });
  });

  test("answered with what PostgreSQL cannot hold is given as text that it can", async () => {
    await using accepting = await answering(200, { messages: [{ id: "wamid.\u0000A" }] });
    expect(await accepting.client.sendMessage(number, body)).toMatchObject({ value: { wamid: "wamid.\uFFFDA" } });
    const error = { code: 131026, message: "a\u0000b", error_data: { details: "c\ud800d" }, fbtrace_id: "\u0000" };
    await using refusing = await answering(400, { error });
    expect(await refusing.client.sendMessage(number, body)).toMatchObject({
      error: { message: "a\uFFFDb", details: "c\uFFFDd", traceId: "\uFFFD" },
    });
  });

  test("answered by more than 256 KiB is ambiguous", async () => {
    await using server = await answering(200, { messages: [{ id: "wamid.A" }], padding: "x".repeat(300_000) });
    const result = await server.client.sendMessage(number, body);
    expect(result).toMatchObject({ outcome: "ambiguous", error: { transport: "too_large" } });
  });

  test("whose connection is reset after the body is ambiguous", async () => {
    await using server = await httpServer((request) => request.socket.resetAndDestroy());
    const result = await clientOf(server.origin).sendMessage(number, body);
    expect(result).toMatchObject({ outcome: "ambiguous", error: { transport: "reset" } });
    expect(server.received).toHaveLength(1);
  });

  test("to a closed port was not sent", async () => {
    const result = await clientOf(`http://127.0.0.1:${await closedPort()}`).sendMessage(number, body);
    expect(result).toMatchObject({ outcome: "not_sent", error: { transport: "connect", isTransient: true } });
  });

  test("over a broken TLS handshake was not sent", async () => {
    await using server = await tcpServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const result = await clientOf(`https://127.0.0.1:${server.port}`).sendMessage(number, body);
    expect(result).toMatchObject({ outcome: "not_sent", error: { transport: "tls" } });
  });
});

test("an id never reaches another edge", async () => {
  await using server = await answering(200, { id: "1" });
  await server.client.phoneNumber("../me/accounts?x=");
  await server.client.phoneNumber("..");
  await server.client.phoneNumber("");
  expect(server.received.map(({ url }) => url.split("?")[0])).toEqual([
    "/v25.0/..%2Fme%2Faccounts%3Fx%3D",
    "/v25.0/0",
    "/v25.0/0",
  ]);
});

test("read marks the message, and shows typing when asked", async () => {
  await using server = await answering(200, { success: true });
  expect(await server.client.markRead(number, "wamid.A")).toEqual({ ok: true, value: { success: true } });
  await server.client.markRead(number, "wamid.A", { typing: true });
  const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.A" };
  expect(server.received.map((request) => JSON.parse(request.body))).toEqual([
    read,
    { ...read, typing_indicator: { type: "text" } },
  ]);
});

test("a token is examined in the app's own name", async () => {
  const names: (string | undefined)[] = [];
  await using server = await httpServer((request, response) => {
    names.push(request.headers.authorization);
    const granular_scopes = [{ scope: "whatsapp_business_messaging", target_ids: ["1", 2] }];
    response.end(JSON.stringify({ data: { is_valid: true, app_id: "7", expires_at: 1788000000, granular_scopes } }));
  });
  const result = await clientOf(server.origin).debugToken({ id: "7", secret: "s" });
  expect(result).toMatchObject({
    value: {
      isValid: true,
      appId: "7",
      expiresAtMs: 1_788_000_000_000,
      granularScopes: [{ scope: "whatsapp_business_messaging", targetIds: ["1", "2"] }],
    },
  });
  expect(names).toEqual(["Bearer 7|s"]);
  expect(server.received[0]?.url).toBe("/v25.0/debug_token?input_token=token-1");
});

test("templates come page by page until there is no next", async () => {
  await using server = await httpServer((request, response) => {
    const isLast = request.url?.includes("after=two");
    const template = { id: isLast ? "2" : "1", name: "a", language: "en", status: "APPROVED", category: "UTILITY" };
    const paging = isLast ? { cursors: { after: "three" } } : { cursors: { after: "two" }, next: "https://x" };
    response.end(JSON.stringify({ data: [template], paging }));
  });
  const client = clientOf(server.origin);
  const first = await client.templates("102290129340398");
  expect(first).toMatchObject({ value: { items: [{ id: "1", status: "APPROVED" }], after: "two" } });
  const last = await client.templates("102290129340398", { after: "two" });
  expect(last).toMatchObject({ value: { items: [{ id: "2" }], after: null } });
});

test("apps are subscribed, listed and removed", async () => {
  await using server = await httpServer((request, response) => {
    const app = { whatsapp_business_api_data: { id: "7", name: "Ours" }, override_callback_uri: "https://a.example/" };
    response.end(JSON.stringify(request.method === "GET" ? { data: [app] } : { success: true }));
  });
  const client = clientOf(server.origin);
  await client.subscribeApp("1", { callbackUrl: "https://a.example/", verifyToken: "v" });
  expect(await client.subscribedApps("1")).toEqual({
    ok: true,
    value: [{ id: "7", name: "Ours", overrideCallbackUrl: "https://a.example/" }],
  });
  await client.unsubscribeApp("1");
  expect(server.received.map(({ method, body }) => `${method} ${body}`)).toEqual([
    'POST {"override_callback_uri":"https://a.example/","verify_token":"v"}',
    "GET ",
    "DELETE ",
  ]);
});

test("blocking tells who could not be blocked", async () => {
  await using server = await answering(200, {
    block_users: {
      added_users: [{ input: "GB.1", user_id: "GB.1" }],
      failed_users: [{ input: "+447946055001", errors: [{ code: 139101 }] }],
    },
  });
  const result = await server.client.blockUsers(number, [{ bsuid: "GB.1" }, { phone: "447946055001" }]);
  expect(result).toEqual({
    ok: true,
    value: { blocked: ["GB.1"], failed: [{ input: "+447946055001", code: 139101 }] },
  });
});
