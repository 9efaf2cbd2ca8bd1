import { isBsuid, phoneDigits } from "./meta/addresses";
import { requireProduct } from "./meta/check-message";
import { GraphError } from "./meta/graph-error";
import { badValue, isObject, type JsonObject } from "./meta/parameters";
import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";

/** Takes a thread from another responder, passes it to one, or lets it go. What does not change hands is refused. */
export function threadControl(simulation: Simulation, phoneNumber: PhoneNumber, body: JsonObject): object {
  requireProduct(body);
  const { people, threads } = simulation.world;
  const phone = phoneDigits(String(body.to ?? ""));
  const userId = String(body.recipient ?? "");
  if (phone === undefined && !isBsuid(userId)) throw badValue("Param to or recipient is required");
  const person = people.meet(phoneNumber.wabaId, phone === undefined ? { userId } : { phone });
  const thread = threads.open(phoneNumber.id, person);
  const isOurs = thread.responder === null;
  if (body.action === "take" && !isOurs) thread.responder = null;
  else if (body.action === "pass" && isOurs) thread.responder = roleOf(body);
  else if (body.action === "release" && isOurs) thread.responder = "ai_agent";
  else throw new GraphError(2494191);
  return { success: true };
}

function roleOf({ control_pass }: JsonObject): string {
  return isObject(control_pass) && control_pass.target_role ? String(control_pass.target_role) : "ai_agent";
}
