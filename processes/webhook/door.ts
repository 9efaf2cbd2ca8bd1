import type { IncomingMessage, ServerResponse } from "node:http";
import type { acceptWebhook, verifySubscription } from "@/lib/inbound";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { BytesInFlight } from "./bytes-in-flight";
import { FailedSignatures } from "./failed-signatures";
import { type BodyLimits, readBody } from "./read-body";
import { refuseBody } from "./refuse-body";

export const PREFIX = "/api/whatsapp/webhook";

const PATH = /^\/api\/whatsapp\/webhook(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/;
const MIB = 1024 * 1024;

/** The installation's own Meta app posts without a key. */
const OWN_APP = "default";

const titles: Record<number, string> = {
  401: "The signature does not match.",
  404: "No Meta app posts here.",
  408: "The body did not arrive in time.",
  413: "The body is larger than 3 MiB.",
  429: "Too many wrong signatures from this address.",
  503: "The webhook cannot be stored just now.",
};

export type WebhookDoor = {
  /** False when the path is not the door's. */
  take: (request: IncomingMessage, response: ServerResponse, source: () => string) => boolean;
  bytesInFlight: () => number;
};

export type WebhookDoorOptions = {
  accept: typeof acceptWebhook;
  verify: typeof verifySubscription;
  /** Called with the outcome of each POST. */
  observe: (status: number, seconds: number) => void;
  limits?: Partial<Omit<BodyLimits, "inFlight">> & { inFlightBytes?: number; failuresAMinute?: number };
};

/** Meta's way in, straight from `node:http`: what Next's wrapping costs, this path cannot afford. */
export function createWebhookDoor({ accept, verify, observe, limits = {} }: WebhookDoorOptions): WebhookDoor {
  const { mostBytes = 3 * MIB, withinMs = 10 * SECOND, inFlightBytes = 64 * MIB, failuresAMinute } = limits;
  const inFlight = new BytesInFlight(inFlightBytes);
  const failures = new FailedSignatures(failuresAMinute);

  async function receive(request: IncomingMessage, response: ServerResponse, appKey: string, source: () => string) {
    const body = await readBody(request, { mostBytes, withinMs, inFlight });
    if ("aborted" in body) return 499;
    if ("refused" in body) {
      refuseBody(request, response, body.refused, titles[body.refused] ?? "");
      return body.refused;
    }
    try {
      const signature = request.headers["x-hub-signature-256"];
      const outcome = await accept({ bytes: body.bytes, signature: [signature].flat()[0] ?? null, appKey });
      const tooMany = outcome.status === 401 && failures.isTooMany(source());
      return answerDoor(response, tooMany ? 429 : outcome.status);
    } finally {
      body.release();
    }
  }

  async function subscribe(request: IncomingMessage, response: ServerResponse, appKey: string) {
    const query = new URL(request.url ?? "", "http://door").searchParams;
    const { status, body } = await verify({
      appKey,
      mode: query.get("hub.mode"),
      token: query.get("hub.verify_token"),
      challenge: query.get("hub.challenge"),
    });
    // Plain text, whatever the challenge says: it comes from the address bar.
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" });
    response.end(body);
  }

  function take(request: IncomingMessage, response: ServerResponse, source: () => string): boolean {
    const { method, url = "" } = request;
    if (!url.startsWith(PREFIX)) return false;
    const at = url.indexOf("?");
    const match = PATH.exec(at === -1 ? url : url.slice(0, at));
    if (!match) return false;
    const appKey = match[1] ?? OWN_APP;
    const fail = (error: unknown) => {
      log().error({ error }, "The webhook door failed.");
      if (response.headersSent) response.destroy();
      else answerDoor(response, 503);
    };
    if (method === "POST") {
      const beganAt = performance.now();
      const done = (status: number) => observe(status, (performance.now() - beganAt) / SECOND);
      receive(request, response, appKey, source).then(done, (error) => {
        fail(error);
        done(503);
      });
    } else if (method === "GET") {
      subscribe(request, response, appKey).catch(fail);
    } else {
      response.writeHead(405, { allow: "GET, POST" }).end();
    }
    return true;
  }

  return { take, bytesInFlight: () => inFlight.now };
}

function answerDoor(response: ServerResponse, status: number): number {
  if (status === 200) {
    response.writeHead(200, { "content-length": 0 }).end();
    return status;
  }
  const body = JSON.stringify({ type: "about:blank", status, title: titles[status] ?? "" });
  response.writeHead(status, {
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    ...(status === 503 ? { "retry-after": "1" } : {}),
    ...(status === 429 ? { "retry-after": "60", connection: "close" } : {}),
  });
  response.end(body);
  return status;
}
