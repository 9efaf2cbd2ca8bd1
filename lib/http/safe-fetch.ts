import { Readable } from "node:stream";
import { Exchange } from "./exchange";
import { failureOf } from "./http-failure";
import { agentFor, type PoolOptions } from "./pools";
import { responseOf, type SafeResponse } from "./safe-response";
import { checkTarget, type TargetRules } from "./target";

export type SafeFetchOptions = TargetRules & {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  /** An iterable needs a `content-length` header, or it goes out chunked. */
  body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Cap of the answer's body; 1 MiB unless told. */
  maxBytes?: number;
  connectTimeoutMs?: number;
  /** From the call to the last byte of the answer, waiting for a connection included. */
  totalTimeoutMs?: number;
  /** `same-host` follows up to three redirects of a GET that stay on the same origin. */
  redirect?: "error" | "same-host";
  pool?: PoolOptions;
};

const MAX_REDIRECTS = 3;
const defaultPool: PoolOptions = { name: "default", connections: 16 };

/**
 * The one way out to the network. Never retries, never leaves for a private network, never follows to another host.
 *
 * @throws {HttpFailure} when there is no answer to give; `definitelyNotSent` says whether repeating is harmless.
 */
export async function safeFetch(address: string | URL, options: SafeFetchOptions = {}): Promise<SafeResponse> {
  const deadline = Date.now() + (options.totalTimeoutMs ?? 20_000);
  const { url, guarded } = checkTarget(address, options);
  let next = url;
  for (let hops = 0; ; hops += 1) {
    const response = await request(next, guarded, Math.max(1, deadline - Date.now()), options);
    const location = redirectOf(response);
    if (location === null) return response;
    response.discard();
    const target = URL.parse(location, next);
    const mayFollow = options.redirect === "same-host" && (options.method ?? "GET") === "GET" && hops < MAX_REDIRECTS;
    if (!mayFollow || target?.origin !== url.origin) throw failureOf("redirect", url.host, true);
    next = target;
  }
}

async function request(url: URL, guarded: boolean, totalTimeoutMs: number, options: SafeFetchOptions) {
  const exchange = new Exchange({ host: url.host, maxBytes: options.maxBytes ?? 1_048_576, totalTimeoutMs });
  const agent = agentFor(options.pool ?? defaultPool, guarded, options.connectTimeoutMs ?? 5_000);
  const { body } = options;
  try {
    agent.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: options.method ?? "GET",
        headers: { "user-agent": "Parley", accept: "*/*", ...options.headers },
        body: body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : Readable.from(body),
      },
      exchange,
    );
  } catch (error) {
    exchange.refuse(error);
  }
  return responseOf(await exchange.head);
}

function redirectOf(response: SafeResponse): string | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
  return isRedirect ? (response.headers.location ?? "") : null;
}
