import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import type { Duplex } from "node:stream";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { SOCKET_PATH } from "@/lib/realtime";
import { MINUTE, SECOND } from "@/lib/time";
import { answerJson, refuseUpgrade } from "./answer";
import { mostBodyBytes, mostBodyMs, mostRequestMs, refusalOfSize } from "./guard/body-size";
import { type OwnHost, refusalOfHost } from "./guard/host";
import { refusalOfOrigin, refusalOfSocketOrigin } from "./guard/origin";
import { refusalOf } from "./guard/refuse-request";
import { securityHeaders } from "./guard/security-headers";
import { withoutHopByHop, withoutInternal } from "./guard/strip-headers";
import { type Visitor, visitorOf } from "./guard/visitor";
import type { HandOn } from "./hand-on";
import { webIsAway } from "./web-is-away";
import type { WebhookDoor } from "./webhook/door";

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
/** Answers a path of the engine's own, `/healthz` and its like. */
export type OwnPage = (request: IncomingMessage, response: ServerResponse, visitor: Visitor) => void | Promise<void>;

export type FrontDoorOptions = OwnHost & {
  trusted: BlockList;
  development: boolean;
  pages: Record<string, OwnPage>;
  /** Absent in an engine that has not this part. */
  webhook?: WebhookDoor;
  handOn?: HandOn;
  sockets?: Upgrade;
  /** Web's socket for hot reload, in development. */
  hotReload?: Upgrade;
};

const MOST_HEADER_BYTES = 16 * 1024;
/** Sockets of consoles are among them. */
const MOST_CONNECTIONS = 10_000;
const HOT_RELOAD_PATH = "/_next/hmr";

/** The public port: the guard first, then whoever the path belongs to. */
export function createFrontDoor(options: FrontDoorOptions): Server {
  const server = createServer(
    {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: 15 * SECOND,
      keepAliveTimeout: 65 * SECOND,
      requestTimeout: mostRequestMs,
    },
    (request, response) => receive(options, request, response),
  );
  server.setTimeout(2 * MINUTE);
  server.maxConnections = MOST_CONNECTIONS;
  server.on("upgrade", (request, socket, head) => upgrade(options, request, socket, head));
  server.on("connect", (_, socket) => refuseUpgrade(socket, 405, "This is not a proxy."));
  return server;
}

function receive(options: FrontDoorOptions, request: IncomingMessage, response: ServerResponse): void {
  if (options.webhook?.take(request, response, () => visitorOf(request, options.trusted))) return;

  const visitor = visitorOf(request, options.trusted);
  const { method = "", headers } = request;
  const path = pathOf(request);
  const page = options.pages[path];
  const refusal =
    refusalOf(request) ??
    // Whoever asks after our health has no name for us.
    (page ? null : refusalOfHost(visitor.host, options)) ??
    refusalOfOrigin(method, headers, { publicUrl: options.publicUrl, visitor }) ??
    refusalOfSize(path, headers["content-length"]);
  if (refusal) {
    answerJson(response, refusal.status, { title: refusal.title }, { connection: "close" });
  } else if (page) {
    answerPage(page, request, response, visitor);
  } else if (path.startsWith(SOCKET_PATH)) {
    answerJson(response, 426, { title: "Live updates come over a WebSocket only." }, { upgrade: "websocket" });
  } else if (options.handOn) {
    handOnToWeb(options, options.handOn, request, response, visitor);
  } else {
    answerJson(response, 404, { title: "This engine serves no pages." });
  }
}

function answerPage(page: OwnPage, request: IncomingMessage, response: ServerResponse, visitor: Visitor): void {
  Promise.resolve(page(request, response, visitor)).catch((error) => {
    log().error({ error }, "A page of the engine's own failed.");
    answerJson(response, 500, { title: "Something went wrong." });
  });
}

function handOnToWeb(
  { development, publicUrl }: FrontDoorOptions,
  handOn: HandOn,
  request: IncomingMessage,
  response: ServerResponse,
  visitor: Visitor,
): void {
  const requestId = newId();
  const path = pathOf(request);
  const mostBytes = mostBodyBytes(path);
  const proto = publicUrl?.startsWith("https:") ? "https" : visitor.proto;
  let size = 0;
  request.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes) request.destroy();
  });
  const tooSlow = setTimeout(() => request.destroy(), mostBodyMs(path));
  request.once("end", () => clearTimeout(tooSlow)).once("close", () => clearTimeout(tooSlow));
  handOn(request, response, {
    headers: headersForWeb(request, visitor, requestId, development),
    addTo: (present) => [...securityHeaders({ proto }, present), "X-Request-Id", requestId],
    onFailure: (error) => {
      log().warn({ error, requestId }, "Web did not answer.");
      webIsAway(request, response, requestId);
    },
  });
}

/** The visitor's headers as web may believe them. */
function headersForWeb(request: IncomingMessage, visitor: Visitor, requestId: string, development: boolean): string[] {
  const port = /:(\d+)$/.exec(visitor.host)?.[1] ?? (visitor.proto === "https" ? "443" : "80");
  return [
    ...withoutInternal(withoutHopByHop(request.rawHeaders), development),
    ...["X-Forwarded-For", visitor.address],
    ...["X-Forwarded-Host", visitor.host],
    ...["X-Forwarded-Proto", visitor.proto],
    ...["X-Forwarded-Port", port],
    ...["X-Request-Id", requestId],
  ];
}

function upgrade(options: FrontDoorOptions, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on("error", () => socket.destroy());
  const { sockets, hotReload, publicUrl, trusted } = options;
  const path = pathOf(request);
  const open = path.startsWith(SOCKET_PATH) ? sockets : path === HOT_RELOAD_PATH ? hotReload : undefined;
  const visitor = visitorOf(request, trusted);
  const refusal =
    refusalOf(request) ??
    refusalOfHost(visitor.host, options) ??
    (open ? refusalOfSocketOrigin(request.headers, { publicUrl, visitor }) : { status: 404, title: "No socket here." });
  if (refusal || !open) refuseUpgrade(socket, refusal?.status ?? 404, refusal?.title ?? "No socket here.");
  else open(request, socket, head);
}

function pathOf({ url = "" }: IncomingMessage): string {
  const at = url.indexOf("?");
  return at === -1 ? url : url.slice(0, at);
}
