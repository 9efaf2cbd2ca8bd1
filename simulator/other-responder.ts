import { announceAndWait, showOnPhone } from "./announce";
import { makeWamid } from "./meta/wamid";
import type { Simulation } from "./simulation";
import type { Outcome } from "./webhooks/updates";
import type { PhoneNumber } from "./world/directory";
import type { Person } from "./world/people";
import type { Entry } from "./world/threads";

type Change = { phoneNumber: PhoneNumber; person: Person; responder: string | null; metadata?: string | undefined };

/** Another responder takes a thread from the app, or passes it to the app; Meta tells by a webhook of its own. */
export function changeResponder(
  simulation: Simulation,
  { phoneNumber, person, responder, metadata }: Change,
): Promise<Outcome | undefined> {
  const thread = simulation.world.threads.open(phoneNumber.id, person);
  const type = responder === null ? "control_passed" : "control_taken";
  const [previous, next] = [thread.responder ?? "customer_service", responder ?? "customer_service"];
  thread.responder = responder;
  const item = {
    messaging_product: "whatsapp",
    sender: person.showsPhone ? { phone_number: person.phone } : { user_id: person.userId },
    recipient: { phone_number_id: phoneNumber.id, display_phone_number: phoneNumber.digits },
    type,
    timestamp: String(Math.floor(simulation.now() / 1000)),
    [type]: { previous_owner_role: previous, new_owner_role: next, ...(metadata ? { metadata } : {}) },
  };
  return announceAndWait(simulation, phoneNumber, { kind: "handover", item });
}

/** The other responder answers: the customer gets it, the app a copy. */
export function responderSays(
  simulation: Simulation,
  { phoneNumber, person, text }: { phoneNumber: PhoneNumber; person: Person; text: string },
): { id: string; arrived: Promise<Outcome | undefined> } {
  const thread = simulation.world.threads.open(phoneNumber.id, person);
  const id = makeWamid(person.phone ?? person.userId, "out");
  const at = simulation.now();
  const content = { body: text };
  const entry: Entry = { id, from: "business", at, type: "text", content, tick: "accepted", reactions: {} };
  simulation.world.threads.add(thread, entry);
  showOnPhone(simulation, thread, entry);
  const message = {
    ...(person.showsPhone ? { to: person.phone } : {}),
    text: content,
    type: "text",
    recipient: person.userId,
    recipient_type: "individual",
    biz_opaque_callback_data: JSON.stringify({ originator: "bizai", channel: "biz" }),
  };
  const item = { id, message, timestamp: String(Math.floor(at / 1000)) };
  return { id, arrived: announceAndWait(simulation, phoneNumber, { kind: "message_echoes", standby: true, item }) };
}
