import type { IncomingMessage, ServerResponse } from "node:http";
import { SECOND } from "@/lib/time";

/**
 * Answers before the body has been read to its end, and closes. Closing at once would reset the connection, and a sender
 * who is still writing would never see the answer: so what comes is let go by for a moment.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, status: number, title: string): void {
  const body = JSON.stringify({ type: "about:blank", status, title });
  response.writeHead(status, {
    connection: "close",
    "content-type": "application/problem+json",
    "content-length": Buffer.byteLength(body),
    ...(status === 503 ? { "retry-after": "1" } : {}),
  });
  response.write(body);
  const end = () => {
    clearTimeout(patience);
    response.end();
  };
  const patience = setTimeout(end, SECOND);
  request.once("end", end).once("close", end).resume();
}
