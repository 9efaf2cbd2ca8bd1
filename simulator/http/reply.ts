import type { ServerResponse } from "node:http";

export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body), "utf8");
  response.writeHead(status, { "Content-Type": "application/json; charset=UTF-8", "Content-Length": bytes.length });
  response.end(bytes);
}

export function replyText(response: ServerResponse, status: number, text: string, type = "text/plain"): void {
  const bytes = Buffer.from(text, "utf8");
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Content-Length": bytes.length });
  response.end(bytes);
}

export function replyFile(response: ServerResponse, bytes: Buffer, mimeType: string): void {
  response.writeHead(200, {
    "Content-Type": mimeType,
    "Content-Length": bytes.length,
    "X-Content-Type-Options": "nosniff",
    // Files come from whoever writes to the simulator: none may run as a page of this origin.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox",
  });
  response.end(bytes);
}
