import { type SafeFetchOptions, safeFetch } from "@/lib/http";
import { storableJson } from "@/lib/text";
import type { JsonObject, JsonValue } from "@/lib/whatsapp/types";
import { asObject } from "@/lib/whatsapp/webhook/lenient";
import { type Answer, failureOfAnswer, failureOfTransport, failureOfUnreadable } from "./read-failure";
import type { GraphResult } from "./result";

export type GraphAccess = {
  /** The origin of the Graph API, such as https://graph.facebook.com; may be a stand-in on loopback. */
  baseUrl: string;
  /** Such as v25.0. */
  version: string;
  token: string;
};

export type GraphCall = {
  method: "GET" | "POST" | "DELETE";
  /** Below the version; ids go through `segment`. */
  path: string;
  query?: Record<string, string | undefined>;
  json?: JsonObject;
  body?: Pick<SafeFetchOptions, "body" | "headers">;
  /** Repeating it by mistake would reach a customer twice: then what cannot be read is ambiguous, whatever the status. */
  isSend?: boolean;
  totalTimeoutMs?: number;
  /** The longest answer that is read. */
  maxBytes?: number;
};

const KIB = 1024;
/** Enough for 1,000 sends a second at 250 ms each. */
const pool = { name: "graph", connections: 256 };

/**
 * One call of the Graph API. `read` takes what is needed from a 2xx body, or null when it is not there. Expected failures
 * are results; only a bug throws.
 */
export async function callGraph<Value>(
  access: GraphAccess,
  call: GraphCall,
  read: (body: JsonObject) => Value | null,
): Promise<GraphResult<Value>> {
  let answer: Answer;
  try {
    answer = await answerOf(access, call);
  } catch (error) {
    return failureOfTransport(error);
  }
  const failure = failureOfAnswer(answer);
  if (failure) return failure;
  const body = asObject(answer.body);
  const value = body && answer.status >= 200 && answer.status < 300 ? read(body) : null;
  if (value !== null) return { ok: true, value };
  const isRefusal = !call.isSend && answer.status >= 400 && answer.status < 500;
  return failureOfUnreadable(answer, isRefusal ? "refused" : "ambiguous");
}

/** Actions answer `{"success": true}`. */
export function readSuccess(body: JsonObject): { success: boolean } {
  return { success: body.success === true };
}

async function answerOf(access: GraphAccess, call: GraphCall): Promise<Answer> {
  const json = call.json === undefined ? {} : jsonBody(call.json);
  const request = { ...json, ...call.body };
  const response = await safeFetch(urlOf(access, call), {
    ...request,
    method: call.method,
    headers: { accept: "application/json", authorization: `Bearer ${access.token}`, ...request.headers },
    allowOrigins: [new URL(access.baseUrl).origin],
    connectTimeoutMs: 5_000,
    totalTimeoutMs: call.totalTimeoutMs ?? 20_000,
    maxBytes: call.maxBytes ?? 256 * KIB,
    pool,
  });
  return { status: response.status, headers: response.headers, body: parsedOrNothing(await response.text()) };
}

function jsonBody(json: JsonObject) {
  return { body: JSON.stringify(json), headers: { "content-type": "application/json" } };
}

function urlOf({ baseUrl, version }: GraphAccess, { path, query = {} }: GraphCall): URL {
  const url = new URL(`${baseUrl.replace(/\/$/, "")}/${version}/${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

/** What Meta answers is stored: nothing in it may be what PostgreSQL cannot hold. */
function parsedOrNothing(text: string): JsonValue | undefined {
  try {
    return storableJson<JsonValue>(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** An id as one path segment, so that no id can reach another edge; one that cannot be an id becomes 0, which is nobody's. */
export function segment(id: string): string {
  return /^\.*$/.test(id) ? "0" : encodeURIComponent(id);
}
