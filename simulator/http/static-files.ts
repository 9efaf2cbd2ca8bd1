import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { replyText } from "./reply";

const types: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

const policy =
  "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self'; base-uri 'none'; frame-ancestors 'self'";

/** Serves one flat folder; names with anything but a plain file name are not found. */
export function serveFile(response: ServerResponse, folder: string, name: string): void {
  const type = types[extname(name)];
  const path = join(folder, name);
  if (!type || !/^[a-z0-9-]+\.[a-z]+$/.test(name) || !existsSync(path)) {
    replyText(response, 404, "Not found.");
    return;
  }
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Security-Policy", policy);
  replyText(response, 200, readFileSync(path, "utf8"), type);
}
