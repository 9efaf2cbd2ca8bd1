import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { findCaller } from "./graph-auth";
import { replyFile, replyText } from "./http/reply";
import type { Simulation } from "./simulation";
import type { StoredMedia } from "./world/media-store";

/** Gives the bytes behind a media link; an old link is 404, no or a foreign token 401, both without a word. */
export async function serveAttachment(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const effect = simulation.world.faults.strike(url.pathname, []);
  if (effect?.kind === "timeout") return;
  if (effect?.kind === "slow") await sleep(effect.ms, undefined, { ref: false });
  else if (effect?.kind === "http") return refuse(response, effect.status);
  else if (effect) {
    response.destroy();
    return;
  }
  const file = simulation.world.media.openLink(url.searchParams.get("hash") ?? "");
  const wabaIds = readersAccounts(simulation, request);
  if (!wabaIds) return refuse(response, 401);
  if (!file || !wabaIds.has(accountOf(simulation, file))) return refuse(response, 404);
  replyFile(response, file.bytes, file.mimeType);
}

function refuse(response: ServerResponse, status: number): void {
  replyText(response, status, "", "text/html");
}

function readersAccounts(simulation: Simulation, request: IncomingMessage): Set<string> | undefined {
  const value = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const token = value === undefined ? undefined : findCaller(simulation.world.directory, value)?.token;
  return token?.state === "valid" ? token.wabaIds : undefined;
}

function accountOf(simulation: Simulation, file: StoredMedia): string {
  return simulation.world.directory.phoneNumbers.get(file.phoneNumberId)?.wabaId ?? "";
}
