import type { IncomingMessage, ServerResponse } from "node:http";
import { ControlError } from "./control-error";
import { controlRoutes } from "./control-routes";
import { postGivenWebhook } from "./control-webhooks";
import { BodyTooLarge, readBody } from "./http/read-body";
import { replyJson } from "./http/reply";
import type { Simulation } from "./simulation";

const largestBody = 150 * 1024 * 1024;

export async function serveControl(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const bytes = await readBody(request, largestBody);
    const name = url.pathname.replace(/^\/control\//, "");
    if (request.method === "POST" && name === "webhooks") {
      const answer = await postGivenWebhook(simulation, bytes, url.searchParams);
      return replyJson(response, answer.status || 502, answer);
    }
    const route = controlRoutes[`${request.method} ${name}`];
    if (!route) throw new ControlError(404, `${request.method} ${url.pathname} is not part of the control API.`);
    replyJson(response, 200, await route(simulation, readJson(bytes), url.searchParams));
  } catch (error) {
    if (error instanceof ControlError) return replyJson(response, error.status, { error: error.message });
    if (error instanceof BodyTooLarge) return replyJson(response, 413, { error: error.message });
    throw error;
  }
}

function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
}
