import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { authenticate } from "./graph-auth";
import { type GraphRequest, readGraphRequest } from "./graph-request";
import { answerGraphCall } from "./graph-router";
import { BodyTooLarge } from "./http/read-body";
import { replyJson, replyText } from "./http/reply";
import { GraphError, unknownObject } from "./meta/graph-error";
import type { Simulation } from "./simulation";
import type { FaultEffect } from "./world/faults";

/** Answers as graph.facebook.com would, unless a fault was ordered. */
export async function serveGraph(
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const asked = await readGraphRequest(request, url, originOf(simulation, request));
    if (!asked) throw unknownObject(url.pathname.slice(1), "get");
    const effect = simulation.world.faults.strike(asked.path, namesOf(simulation, asked));
    if (effect && (await stopBefore(effect, response))) return;
    const caller = authenticate(simulation.world.directory, request, asked.query);
    const failure = effect?.kind === "status" ? effect.code : undefined;
    const answer = await answerGraphCall(simulation, { ...asked, caller, failure });
    if (effect && spoilAnswer(effect, response, answer)) return;
    replyJson(response, 200, answer);
  } catch (error) {
    if (error instanceof GraphError) return replyJson(response, error.http, error.envelope);
    if (error instanceof BodyTooLarge)
      return replyJson(response, 413, { error: { message: error.message, code: 100 } });
    throw error;
  }
}

/** The origin by which the caller reached the simulator: links lead back there. */
function originOf(simulation: Simulation, request: IncomingMessage): string {
  return request.headers.host ? `http://${request.headers.host}` : simulation.url();
}

/** Effects that come before anything is accepted. Answers true when the request is over. */
async function stopBefore(effect: FaultEffect, response: ServerResponse): Promise<boolean> {
  if (effect.kind === "slow") await sleep(effect.ms, undefined, { ref: false });
  if (effect.kind === "error") {
    throw new GraphError(effect.code, undefined, effect.code === 190 ? { subcode: 463 } : {});
  }
  if (effect.kind === "http") {
    replyText(response, effect.status, "<html><body><h1>Sorry, something went wrong.</h1></body></html>", "text/html");
    return true;
  }
  if (effect.kind === "reset") response.destroy();
  // Nothing is answered: the connection stays until the caller gives up or the simulator closes.
  return effect.kind === "reset" || effect.kind === "timeout";
}

/** Effects that keep the caller from learning of what was accepted. Answers true when the request is over. */
function spoilAnswer(effect: FaultEffect, response: ServerResponse, answer: object): boolean {
  if (effect.kind === "timeout-after-accept") return true;
  if (effect.kind === "reset-after-accept") {
    response.destroy();
    return true;
  }
  if (effect.kind !== "bad-json") return false;
  const text = JSON.stringify(answer);
  replyText(response, 200, text.slice(0, Math.floor(text.length / 2)), "application/json");
  return true;
}

/** All names of the recipient, so that a fault on a phone also strikes a send to the user id. */
function namesOf(simulation: Simulation, asked: GraphRequest): string[] {
  const { directory, people } = simulation.world;
  const wabaId = directory.phoneNumbers.get(asked.id)?.wabaId ?? "";
  return asked.addresses.flatMap((address) => {
    const person = people.findByUserId(wabaId, address) ?? people.findByPhone(wabaId, address);
    return [address, person?.phone, person?.userId].filter((name) => name !== undefined);
  });
}
