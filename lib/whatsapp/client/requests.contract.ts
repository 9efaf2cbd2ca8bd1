import { expect, test } from "vitest";
import { SendContent } from "@/lib/whatsapp/schemas";
import type { JsonObject, MessageContent } from "@/lib/whatsapp/types";
import { httpServer } from "@/test/loopback-server";
import { foreignFiles } from "@/test/payloads/read";
import { type Graph, graph } from "./graph";
import type { GraphResult } from "./result";
import { sendBody } from "./send-body";

type Pair = {
  name: string;
  request: { method: string; path: string; body?: JsonObject };
  response: { status: number; body: JsonObject };
};

const pairs = foreignFiles("requests").map(({ bytes }): Pair => JSON.parse(new TextDecoder().decode(bytes)));
const sends = pairs.filter(({ request }) => request.path.endsWith("/messages") && request.body?.type !== undefined);
const number = "106540352242922";
const waba = "102290129340398";

/** Runs one call against a Graph API that answers as recorded. */
async function replay(pair: Pair, call: (client: Graph) => Promise<GraphResult<unknown>>) {
  await using server = await httpServer((_request, response) => {
    response.writeHead(pair.response.status).end(JSON.stringify(pair.response.body));
  });
  const result = await call(graph({ baseUrl: server.origin, version: "v25.0", token: "token-1" }));
  return { result, received: server.received };
}

test("there are sends to replay", () => {
  expect(sends.length).toBeGreaterThan(40);
});

test.each(sends)("$name is answered as recorded", async (pair) => {
  const { result } = await replay(pair, (client) => client.sendMessage(number, pair.request.body ?? {}));
  const error = pair.response.body.error as JsonObject | undefined;
  if (error === undefined)
    expect(result).toMatchObject({ ok: true, value: { wamid: expect.stringMatching(/^wamid\./) } });
  else
    expect(result).toMatchObject({ outcome: "refused", error: { code: error.code, httpStatus: pair.response.status } });
});

const accepted = sends.filter(({ response }) => response.status === 200);

test.each(accepted)("$name passes our schema and goes out as it was written", ({ request }) => {
  const body = request.body ?? {};
  const content: MessageContent = SendContent.parse(body);
  const address = typeof body.to === "string" ? { to: body.to } : { recipient: String(body.recipient) };
  expect(sendBody({ address, content, callbackData: "message-1" })).toMatchObject({
    ...address,
    type: body.type,
    [String(body.type)]: body[String(body.type)],
  });
});

const calls: Record<string, (client: Graph) => Promise<GraphResult<unknown>>> = {
  "mark-read": (client) => client.markRead(number, "wamid.A"),
  "mark-read-typing": (client) => client.markRead(number, "wamid.A", { typing: true }),
  "media-get": (client) => client.getMedia("1003383421387256", number),
  "media-delete": (client) => client.deleteMedia("1003383421387256"),
  "media-upload": (client) =>
    client.uploadMedia(number, { content: [Buffer.from("x")], sizeBytes: 1, mimeType: "image/jpeg", filename: "a" }),
  "phone-number-get": (client) => client.phoneNumber(number),
  "phone-numbers-list": (client) => client.phoneNumbers(waba),
  "subscribed-apps-list": (client) => client.subscribedApps(waba),
  "subscribed-apps-add": (client) => client.subscribeApp(waba),
  "subscribed-apps-remove": (client) => client.unsubscribeApp(waba),
  "debug-token": (client) => client.debugToken({ id: "700000000000007", secret: "s" }),
  "template-list": (client) => client.templates(waba),
  "template-list-bad-cursor": (client) => client.templates(waba, { after: "gone" }),
  "contact-book-delete": (client) => client.deleteContactBookEntry(number, "US.1"),
  "block-user": (client) => client.blockUsers(number, [{ phone: "16505551234" }]),
  "block-user-bsuid-partial-failure": (client) => client.blockUsers(number, [{ bsuid: "US.1" }]),
  "media-get-gone": (client) => client.getMedia("999"),
};

test.each(Object.keys(calls))("%s is called and read as recorded", async (name) => {
  const pair = pairs.find((candidate) => candidate.name === name);
  const call = calls[name];
  if (!pair || !call) throw new Error(`There is no recording of ${name}.`);
  const { result, received } = await replay(pair, call);
  expect(result.ok).toBe(pair.response.status === 200);
  expect(JSON.stringify(result)).not.toContain('""');
  expect(received[0]).toMatchObject({ method: pair.request.method });
  expect(received[0]?.url.split("?")[0]).toBe(pair.request.path);
});
