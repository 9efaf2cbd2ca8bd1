import { request as ask, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

/** Hands web's own socket on, as it is: hot reload in development. */
export function createHotReload(port: number) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { method, url, rawHeaders } = request;
    const sent = ask({ host: "127.0.0.1", port, method, path: url, headers: rawHeaders, agent: false, setHost: false });
    sent.once("upgrade", (answered, upstream, firstBytes) => {
      const lines = Array.from(
        { length: answered.rawHeaders.length / 2 },
        (_, at) => `${answered.rawHeaders[2 * at]}: ${answered.rawHeaders[2 * at + 1]}`,
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`);
      socket.write(firstBytes);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
      upstream.on("error", () => socket.destroy());
      upstream.on("close", () => socket.destroy());
      socket.on("close", () => upstream.destroy());
    });
    sent.once("response", () => socket.destroy());
    sent.once("error", () => socket.destroy());
    sent.end();
  };
}
