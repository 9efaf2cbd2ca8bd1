import { announce, announceAndWait } from "./announce";
import { type StatusName, statusContact, statusItem } from "./meta/webhook-items";
import type { Simulation } from "./simulation";
import type { Outcome } from "./webhooks/updates";
import type { Send } from "./world/ledger";
import type { Person } from "./world/people";

/** The customer as webhooks of this send may show them. */
function peerOf(person: Person, phoneIsKnown: boolean) {
  const { phone, userId, username, name, showsPhone } = person;
  return { phone: phoneIsKnown || showsPhone ? phone : undefined, userId, username, name };
}

function compose(simulation: Simulation, send: Send, status: StatusName, errorCode?: number) {
  const peer = peerOf(send.person, !send.sentToUserId);
  const callbackData = send.body.biz_opaque_callback_data;
  const item = statusItem({
    wamid: send.wamid,
    status,
    at: Math.floor(simulation.now() / 1000),
    peer,
    sentToUserId: send.sentToUserId,
    pricing: send.pricing,
    callbackData: callbackData === undefined ? undefined : String(callbackData),
    errorCode,
  });
  send.status = status;
  return { kind: "statuses" as const, item, contact: statusContact(peer, status) };
}

function reportStatus(simulation: Simulation, send: Send, status: StatusName, errorCode?: number): void {
  const phoneNumber = simulation.world.directory.phoneNumbers.get(send.phoneNumberId);
  if (phoneNumber) announce(simulation, phoneNumber, compose(simulation, send, status, errorCode));
}

export async function reportStatusAndWait(
  simulation: Simulation,
  send: Send,
  status: StatusName,
  errorCode?: number,
): Promise<Outcome | undefined> {
  const phoneNumber = simulation.world.directory.phoneNumbers.get(send.phoneNumberId);
  return phoneNumber && announceAndWait(simulation, phoneNumber, compose(simulation, send, status, errorCode));
}

/** Lets sent, delivered and read follow as the number's behaviour says; `failure` lets a failed status follow instead. */
export function followUp(simulation: Simulation, send: Send, failure?: number): void {
  const behaviour = () => simulation.world.behaviours.of(send.phoneNumberId);
  const later = (step: () => void) => {
    const timer = setTimeout(() => {
      if (!simulation.isClosed()) step();
    }, behaviour().latencyMs);
    timer.unref();
  };
  if (failure !== undefined) {
    later(() => reportStatus(simulation, send, "failed", failure));
    return;
  }
  if (!behaviour().autoStatuses) return;
  later(() => {
    reportStatus(simulation, send, "sent");
    if (send.type === "reaction") return;
    later(() => {
      reportStatus(simulation, send, "delivered");
      if (send.looked) reportStatus(simulation, send, "read");
      else if (!isPlayed(simulation, send)) later(() => readUnlessRead(simulation, send));
    });
  });
}

/** The customer has the chat on screen: what was delivered is read now, what is under way as soon as it arrives. */
export function lookAt(simulation: Simulation, send: Send): void {
  if (send.looked || send.type === "reaction") return;
  send.looked = true;
  const { autoStatuses } = simulation.world.behaviours.of(send.phoneNumberId);
  if (send.status === "delivered" || !autoStatuses) reportStatus(simulation, send, "read");
}

function readUnlessRead(simulation: Simulation, send: Send): void {
  const { reads } = simulation.world.behaviours.of(send.phoneNumberId);
  if (reads && send.status === "delivered") reportStatus(simulation, send, "read");
}

/** Somebody plays this customer in an open phone and will look, or not. */
function isPlayed(simulation: Simulation, send: Send): boolean {
  return send.person.personaId !== undefined && simulation.phones.isWatched(send.phoneNumberId);
}
