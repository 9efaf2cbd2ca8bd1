import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { serveControl } from "./control-server";
import { serveAttachment } from "./graph-attachments";
import { serveGraph } from "./graph-server";
import { comesFromHere } from "./http/loopback";
import { replyJson, replyText } from "./http/reply";
import { servePhone } from "./phone-server";
import type { Simulation } from "./simulation";

/** One server for three parties: the phone, the control API, and everything else is Graph. */
export function createSimulatorServer(simulation: Simulation): Server {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    answer(simulation, request, response).catch((error: unknown) => {
      console.error("simulator: a request failed", error);
      if (response.headersSent) response.destroy();
      else replyJson(response, 500, { error: { message: "The simulator failed; its log says why.", code: 1 } });
    });
  });
  return server;
}

async function answer(simulation: Simulation, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!comesFromHere(request)) return replyText(response, 403, "The simulator answers this machine only.");
  const target = request.url ?? "/";
  if (!URL.canParse(target, "http://simulator")) return replyText(response, 400, "The path cannot be read.");
  const url = new URL(target, "http://simulator");
  if (url.pathname === "/healthz") return replyJson(response, 200, { ok: true });
  if (url.pathname.startsWith("/control/")) return serveControl(simulation, request, response, url);
  if (url.pathname === "/" || url.pathname === "/phone" || url.pathname.startsWith("/phone/")) {
    return servePhone(simulation, request, response, url);
  }
  if (url.pathname === "/favicon.ico") return replyText(response, 204, "");
  if (url.pathname.startsWith("/whatsapp_business/attachments")) {
    return serveAttachment(simulation, request, response, url);
  }
  await serveGraph(simulation, request, response, url);
}
