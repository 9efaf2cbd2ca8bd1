import { accountRoutes } from "./graph-accounts";
import { appRoutes, debugToken } from "./graph-apps";
import { maySeeWaba } from "./graph-auth";
import type { GraphCall } from "./graph-call";
import { mediaRoutes } from "./graph-media";
import { phoneNumberRoutes } from "./graph-phone-numbers";
import { unknownObject } from "./meta/graph-error";
import type { Simulation } from "./simulation";

/** Finds what the id names and asks its routes; what is missing and what is not the caller's look alike. */
export async function answerGraphCall(simulation: Simulation, call: GraphCall): Promise<object> {
  const { directory, media } = simulation.world;
  if (call.id === "debug_token" && call.method === "get") return debugToken(directory, call);
  const route = `${call.method}${call.edge ? ` ${call.edge}` : ""}`;
  const phoneNumber = directory.phoneNumbers.get(call.id);
  if (phoneNumber && maySeeWaba(call.caller, phoneNumber.wabaId)) {
    const answer = await phoneNumberRoutes[route]?.(simulation, phoneNumber, call);
    if (answer) return answer;
  }
  const waba = directory.wabas.get(call.id);
  if (waba && maySeeWaba(call.caller, waba.id)) {
    const answer = await accountRoutes[route]?.(simulation, waba, call);
    if (answer) return answer;
  }
  const app = call.id === "app" ? call.caller.app : directory.apps.get(call.id);
  if (app && app === call.caller.app) {
    const answer = await appRoutes[route]?.(simulation, app, call);
    if (answer) return answer;
  }
  const file = media.find(call.id);
  const owner = file && directory.phoneNumbers.get(file.phoneNumberId);
  if (file && owner && maySeeWaba(call.caller, owner.wabaId)) {
    const answer = await mediaRoutes[route]?.(simulation, file, call);
    if (answer) return answer;
  }
  throw unknownObject(call.id, call.method);
}
