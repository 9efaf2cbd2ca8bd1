import { templatesOf } from "./account-templates";
import { showOnPhone } from "./announce";
import { type CheckedMessage, checkMessage } from "./meta/check-message";
import { GraphError } from "./meta/graph-error";
import type { JsonObject } from "./meta/parameters";
import { isObject } from "./meta/parameters";
import { renderTemplate } from "./meta/render-template";
import { findIn } from "./meta/templates";
import { makeWamid } from "./meta/wamid";
import { pricingOf } from "./meta/webhook-items";
import type { Simulation } from "./simulation";
import { followUp } from "./statuses";
import type { PhoneNumber } from "./world/directory";
import type { Send } from "./world/ledger";
import { takePair } from "./world/rate-limits";
import type { Thread } from "./world/threads";

const windowMs = 24 * 3_600_000;

/**
 * Checks a send, books it and starts its statuses; answers Meta's body. `failure` makes it fail later with that code.
 * Throws GraphError.
 */
export function acceptSend(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  body: JsonObject,
  failure?: number,
): object {
  const { world } = simulation;
  const findTemplate = findIn(templatesOf(simulation, phoneNumber.wabaId));
  const checked = checkMessage(body, {
    senderDigits: phoneNumber.digits,
    findMediaType: (id) => {
      const media = world.media.find(id);
      return media?.phoneNumberId === phoneNumber.id ? media.mimeType : undefined;
    },
    findTemplate,
    isReaction: (wamid) => world.ledger.find(wamid)?.type === "reaction",
  });
  const now = simulation.now();
  if (!world.throughput.take(phoneNumber.id, phoneNumber.throughput, now)) throw new GraphError(130429);
  const { phone, userId, dropped } = checked.recipient;
  const person = world.people.meet(phoneNumber.wabaId, { phone, userId });
  const thread = world.threads.open(phoneNumber.id, person);
  if (thread.responder !== null) throw new GraphError(131070);
  const behaviour = world.behaviours.of(phoneNumber.id);
  if (behaviour.pairLimit && !takePair(thread, now)) throw new GraphError(131056);
  const insideWindow = now - thread.lastWroteAt < windowMs;
  const outside = !insideWindow && checked.type !== "template" && !dropped && behaviour.window !== "off";
  if (outside && behaviour.window === "sync") throw new GraphError(131047);

  const send: Send = {
    wamid: makeWamid(phone ?? person.userId, "out"),
    phoneNumberId: phoneNumber.id,
    to: phone ?? person.userId,
    sentToUserId: phone === undefined,
    body,
    type: checked.type,
    acceptedAt: now,
    status: dropped ? "dropped" : "accepted",
    looked: false,
    person,
    pricing: pricingOf(checked.category, insideWindow),
  };
  world.ledger.record(send);
  const failureCode = failure ?? (outside ? 131047 : undefined);
  if (!dropped) {
    if (failureCode === undefined) arrive(simulation, thread, send, body);
    followUp(simulation, send, failureCode);
  }
  return answerOf(checked, send);
}

function answerOf({ recipient, type }: CheckedMessage, send: Send): object {
  const contact =
    recipient.phone === undefined && !recipient.dropped
      ? { input: recipient.input, user_id: recipient.userId }
      : { input: recipient.input, wa_id: recipient.phone ?? recipient.input };
  const status = type === "template" ? { message_status: "accepted" } : {};
  return { messaging_product: "whatsapp", contacts: [contact], messages: [{ id: send.wamid, ...status }] };
}

/** Puts what was sent into the customer's chat: a bubble, or a reaction on one. */
function arrive(simulation: Simulation, thread: Thread, send: Send, body: JsonObject): void {
  const { threads } = simulation.world;
  thread.typingUntil = 0;
  const content = body[send.type];
  if (send.type === "reaction" && isObject(content)) {
    const target = threads.find(thread.phoneNumberId, String(content.message_id));
    if (!target) return;
    target.entry.reactions.business = content.emoji ? String(content.emoji) : undefined;
    showOnPhone(simulation, thread, target.entry);
    return;
  }
  const quotes = isObject(body.context) ? String(body.context.message_id) : undefined;
  const rendered = send.type === "template" && isObject(content) ? shown(simulation, thread, content) : undefined;
  const { wamid: id, type, acceptedAt: at } = send;
  threads.add(thread, { id, from: "business", at, type, content, quotes, tick: "accepted", reactions: {}, rendered });
  const entry = thread.entries.at(-1);
  if (entry) showOnPhone(simulation, thread, entry);
}

function shown(simulation: Simulation, { person }: Thread, content: JsonObject) {
  const language = isObject(content.language) ? content.language.code : undefined;
  const stored = findIn(templatesOf(simulation, person.wabaId))(content.name, language);
  return stored && renderTemplate(stored, content);
}
