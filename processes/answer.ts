import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./guard/security-headers";

const common = securityHeaders({ proto: "http" });

/** An answer of the engine's own: problem details (RFC 9457) from 400 on, else the object as it is. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: Record<string, unknown>,
  headers: OutgoingHttpHeaders = {},
): void {
  const problem = status >= 400;
  answer(response, status, JSON.stringify(problem ? { type: "about:blank", status, ...body } : body), {
    "content-type": problem ? "application/problem+json" : "application/json",
    ...headers,
  });
}

export function answer(response: ServerResponse, status: number, body: string, headers: OutgoingHttpHeaders): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const own = { "cache-control": "no-store", "content-length": Buffer.byteLength(body), ...headers };
  const named = Object.entries(own).flatMap(([name, value]) => [name, String(value)]);
  response.writeHead(status, [...named, ...common]);
  response.end(body);
}

/** An answer to an upgrade that is not to be, for which there is no response object. */
export function refuseUpgrade(socket: Duplex, status: number, title: string): void {
  const body = JSON.stringify({ type: "about:blank", status, title });
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
