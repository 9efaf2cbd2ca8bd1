import type { IncomingMessage } from "node:http";
import { refusalOfFraming } from "./framing";
import { isHost } from "./host";

export type Refusal = { status: number; title: string };

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What no part of us has a use for, refused before any of them sees it. */
export function refusalOf(request: Pick<IncomingMessage, "method" | "url" | "headers">): Refusal | null {
  const { method = "", url = "", headers } = request;
  if (!methods.has(method)) return { status: 405, title: "This method is not used here." };
  // A proxy's form (`http://elsewhere/`) or `//elsewhere` could make somebody further in speak to another host.
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) {
    return { status: 400, title: "The target of a request should be a path." };
  }
  if (headers.host !== undefined && !isHost(headers.host)) {
    return { status: 400, title: "The Host header is not the name of a host." };
  }
  return refusalOfFraming(request);
}
