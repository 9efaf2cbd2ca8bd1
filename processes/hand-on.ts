import { Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { withoutHopByHop } from "./guard/strip-headers";

export type HandOn = (
  request: IncomingMessage,
  response: ServerResponse,
  options: {
    /** Raw headers for web, those of the connection already left out. */
    headers: string[];
    /** Raw headers to add to web's answer, given those that it has. */
    addTo: (headers: string[]) => string[];
    /** Answers instead of web, which did not. */
    onFailure: (error: NodeJS.ErrnoException) => void;
  },
) => void;

/** Web closes an idle connection after 5 s: not used again when that might be happening. */
const IDLE_MS = 4_000;

/** Hands requests on to web as they are, and its answers back, both as streams. */
export function createHandOn(port: number): HandOn {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 128, timeout: IDLE_MS });

  return (request, response, { headers, addTo, onFailure }) => {
    const { method, url } = request;
    const isChunked = "transfer-encoding" in request.headers;
    const hasBody = isChunked || "content-length" in request.headers;
    // Said anew, since `headers` are without it: Node chunks by itself for some methods only, and a body without a frame
    // would be read as requests of their own.
    const framed = isChunked ? [...headers, "Transfer-Encoding", "chunked"] : headers;
    const repeatable = (method === "GET" || method === "HEAD") && !hasBody;
    let upstream = attempt(repeatable);

    function attempt(mayRepeat: boolean) {
      const sent = ask({ host: "127.0.0.1", port, method, path: url, headers: framed, agent, setHost: false });
      sent.once("response", (answered) => {
        const kept = withoutHopByHop(answered.rawHeaders);
        response.writeHead(answered.statusCode ?? 502, answered.statusMessage, [...kept, ...addTo(kept)]);
        pipeline(answered, response, () => undefined);
      });
      sent.once("error", (error: NodeJS.ErrnoException) => {
        if (response.headersSent || response.destroyed) response.destroy();
        else if (mayRepeat && sent.reusedSocket && error.code === "ECONNRESET") upstream = attempt(false);
        else onFailure(error);
      });
      if (hasBody) request.pipe(sent);
      else sent.end();
      return sent;
    }

    response.once("close", () => {
      if (response.writableFinished && request.complete) return;
      upstream.destroy();
      // Web has answered before the whole body was there: nobody reads the rest, which the sender may still send.
      request.resume();
    });
  };
}
