/** The reference for the door: a bare `node:http` server that does the same HMAC on the same body, and nothing else. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export const bare = {
  /** Answers with the port. */
  listen: ({ secret }: { secret: string }): Promise<number> => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
        const wanted = createHmac("sha256", secret).update(body).digest();
        const given = Buffer.from(String(request.headers["x-hub-signature-256"]).slice("sha256=".length), "hex");
        const fits = given.length === wanted.length && timingSafeEqual(given, wanted);
        response.writeHead(fits ? 200 : 401, { "content-length": 0 }).end();
      });
    });
    server.keepAliveTimeout = 65_000;
    return new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
  },
};
