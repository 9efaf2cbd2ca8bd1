import type { IncomingMessage, ServerResponse } from "node:http";
import type { acceptWebhook, verifySubscription } from "@/lib/inbound";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { answerJson } from "@/processes/answer";
import { plainPath } from "@/processes/guard/plain-path";
import type { Visitor } from "@/processes/guard/visitor";
import { BytesInFlight } from "./bytes-in-flight";
import { FailedSignatures } from "./failed-signatures";
import { type BodyLimits, readBody } from "./read-body";
import { refuseBody } from "./refuse-body";

const PATH = /^\/api\/whatsapp\/webhook(?:\/([A-Za-z0-9_-]{1,64}))?\/?$/;
/** Whatever web would take for one of these paths, in whichever spelling. */
const LIKE_PATH = /^\/api\/whatsapp\/webhook(?![a-z0-9_-])/;
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
  take: (request: IncomingMessage, response: ServerResponse, visitor: () => Visitor) => boolean;
  bytesInFlight: () => number;
};

export type WebhookDoorOptions = {
  accept: typeof acceptWebhook;
  verify: typeof verifySubscription;
  /** Called with the outcome of each POST. */
  observe: (status: number, seconds: number) => void;
  limits?: Partial<Omit<BodyLimits, "inFlight" | "holder">> & { inFlightBytes?: number; failuresAMinute?: number };
};

/** Meta's way in, straight from `node:http`: what Next's wrapping costs, this path cannot afford. */
export function createWebhookDoor({ accept, verify, observe, limits = {} }: WebhookDoorOptions): WebhookDoor {
  const { mostBytes = 3 * MIB, beginWithinMs = 2 * SECOND, withinMs = 10 * SECOND } = limits;
  const { inFlightBytes = 64 * MIB, failuresAMinute } = limits;
  const inFlight = new BytesInFlight(inFlightBytes);
  const failures = new FailedSignatures(failuresAMinute);

  async function receive(request: IncomingMessage, response: ServerResponse, appKey: string, visitor: Visitor) {
    const { address, vouched } = visitor;
    // Behind a proxy that we do not know of, everybody has one address: such a one gets more.
    const holder = { address, mostBytes: inFlightBytes / (vouched ? 4 : 2) };
    const body = await readBody(request, { mostBytes, beginWithinMs, withinMs, inFlight, holder });
    if ("aborted" in body) return 499;
    if ("refused" in body) {
      refuseBody(request, response, body.refused, titles[body.refused] ?? "");
      return body.refused;
    }
    try {
      const signature = request.headers["x-hub-signature-256"];
      const outcome = await accept({ bytes: body.bytes, signature: [signature].flat()[0] ?? null, appKey });
      const tooMany = outcome.status === 401 && failures.isTooMany(address);
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

  function take(request: IncomingMessage, response: ServerResponse, visitor: () => Visitor): boolean {
    const { method, url = "" } = request;
    const at = url.indexOf("?");
    const match = PATH.exec(at === -1 ? url : url.slice(0, at));
    if (!match) {
      // Web has these routes too, without our limits: none but the plain spelling leads to a door.
      if (!LIKE_PATH.test(plainPath(url))) return false;
      answerJson(response, 404, { title: titles[404] }, { connection: "close" });
      return true;
    }
    const appKey = match[1] ?? OWN_APP;
    const fail = (error: unknown) => {
      log().error({ error }, "The webhook door failed.");
      if (response.headersSent) response.destroy();
      else answerDoor(response, 503);
    };
    if (method === "POST") {
      const beganAt = performance.now();
      const done = (status: number) => observe(status, (performance.now() - beganAt) / SECOND);
      receive(request, response, appKey, visitor()).then(done, (error) => {
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
