/** For the simulator's own tests: a simulator, and a receiver of its webhooks that answers as told. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type SimulatorOptions, startSimulator } from "./index";

export type Received = { raw: string; signature: string | undefined; body: Webhook };
export type Webhook = { object: string; entry: { id: string; changes: { field: string; value: WebhookValue }[] }[] };
export type Item = Record<string, unknown> & { id: string; status?: string };
export type WebhookValue = {
  metadata: Record<string, string>;
  contacts?: Record<string, unknown>[];
  messages?: Item[];
  statuses?: Item[];
};

export const channel = {
  phoneNumberId: "106540352242922",
  wabaId: "102290129340398",
  displayPhoneNumber: "+1 555-078-3881",
  verifiedName: "Sample Co",
  token: "rig-token-1",
  appId: "700000000000007",
  appSecret: "rig-secret-1",
};
export const customer = "16505551234";

async function startReceiver() {
  const received: Received[] = [];
  /** Statuses to answer with, in turn; 200 afterwards. */
  const answers: number[] = [];
  let gate = Promise.resolve();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://receiver");
      if (request.method === "GET") {
        const right = url.searchParams.get("hub.verify_token") === "rig-verify";
        response.writeHead(right ? 200 : 403).end(right ? url.searchParams.get("hub.challenge") : "");
        return;
      }
      const raw = Buffer.concat(chunks).toString("latin1");
      const signature = request.headers["x-hub-signature-256"];
      const status = answers.shift() ?? 200;
      received.push({ raw, signature: String(signature), body: parseLeniently(raw) });
      void gate.then(() => response.writeHead(status).end(`answered ${status}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  /** Answers nothing until the returned function is called. */
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { url, received, answers, hold, close };
}

function parseLeniently(raw: string): Webhook {
  try {
    return JSON.parse(raw) as Webhook;
  } catch {
    return { object: "", entry: [] };
  }
}

export async function startRig(options: SimulatorOptions = {}) {
  const receiver = await startReceiver();
  const simulator = await startSimulator({
    channels: [{ ...channel, webhookUrl: receiver.url }],
    behaviour: { latencyMs: 2 },
    delivery: { retryBaseMs: 5 },
    ...options,
  });
  const call = async (method: string, path: string, body?: unknown, token: string | null = channel.token) => {
    const answer = await fetch(`${simulator.url}${path}`, {
      method,
      headers: {
        ...(body instanceof FormData || body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body:
        body instanceof FormData || typeof body === "string"
          ? body
          : body === undefined
            ? undefined
            : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: () => JSON.parse(text) };
  };
  const control = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, `/control/${path}`, body, null);
    return { status: answer.status, body: answer.json() };
  };
  const send = async (body: object, phoneNumberId = channel.phoneNumberId) => {
    const answer = await call("POST", `/v25.0/${phoneNumberId}/messages`, { messaging_product: "whatsapp", ...body });
    return { status: answer.status, body: answer.json() };
  };
  const write = (message: object, who: object = { from: customer, name: "Testa Sample" }) =>
    control("POST", "messages", { to: channel.phoneNumberId, ...who, message });
  const values = () =>
    receiver.received.flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes.map(({ value }) => value)));
  const statusesOf = (wamid: string) =>
    values().flatMap(({ statuses = [] }) => statuses.filter(({ id }) => id === wamid));
  const messages = () => values().flatMap(({ messages: items = [] }) => items);
  const close = async () => {
    await simulator.close();
    await receiver.close();
  };
  return { simulator, receiver, call, control, send, write, values, statusesOf, messages, close };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

export const hello = { type: "text", text: { body: "Hello" } };
