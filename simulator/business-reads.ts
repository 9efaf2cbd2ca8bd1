import { showOnPhone } from "./announce";
import { requireProduct } from "./meta/check-message";
import { badParam, isObject, type JsonObject, requireText } from "./meta/parameters";
import type { Simulation } from "./simulation";
import type { PhoneNumber } from "./world/directory";

const typingMs = 25_000;

/** A read receipt, with typing if asked: marks the message and all before it. Throws GraphError. */
export function businessReads(simulation: Simulation, phoneNumber: PhoneNumber, body: JsonObject): object {
  requireProduct(body);
  if (body.status !== "read") throw badParam("Param status must be one of {READ} - got another value.");
  const wamid = requireText(body.message_id, "message_id", 1000);
  if (!wamid.startsWith("wamid.")) throw badParam("Invalid parameter: message_id is not a message id.");
  const typing = body.typing_indicator;
  if (typing !== undefined && !(isObject(typing) && typing.type === "text")) {
    throw badParam("Param typing_indicator['type'] must be one of {TEXT}.");
  }
  // A message of before the simulator's start is not known here and still has been read.
  const place = simulation.world.threads.find(phoneNumber.id, wamid);
  if (!place) return { success: true };
  const { thread, entry } = place;
  for (const earlier of thread.entries.slice(0, thread.entries.indexOf(entry) + 1)) {
    if (earlier.from !== "customer" || earlier.tick === "read") continue;
    earlier.tick = "read";
    showOnPhone(simulation, thread, earlier);
  }
  if (typing !== undefined) {
    thread.typingUntil = simulation.now() + typingMs;
    simulation.phones.publish(phoneNumber.id, "typing", { customer: thread.person.key, until: thread.typingUntil });
  }
  return { success: true };
}
