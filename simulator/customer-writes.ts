import { announceAndWait, showOnPhone } from "./announce";
import type { JsonObject } from "./meta/parameters";
import { isObject } from "./meta/parameters";
import { makeWamid } from "./meta/wamid";
import { contactItem } from "./meta/webhook-items";
import type { Simulation } from "./simulation";
import type { Outcome } from "./webhooks/updates";
import type { PhoneNumber } from "./world/directory";
import type { Person } from "./world/people";
import type { Entry, Thread } from "./world/threads";

export type Writing = {
  phoneNumber: PhoneNumber;
  person: Person;
  /** Unix seconds. */
  at: number;
  /** In Meta's shape: `type` and the object of that name; a media object may carry `bytes` in base64. */
  message: JsonObject & { type: string };
};

/** A customer's message: kept in the chat, window opened, webhook on its way. `arrived` is the first answer to that. */
export function customerWrites(
  simulation: Simulation,
  { phoneNumber, person, at, message }: Writing,
): { id: string; arrived: Promise<Outcome | undefined> } {
  const { threads } = simulation.world;
  const thread = threads.open(phoneNumber.id, person);
  const phone = person.showsPhone ? person.phone : undefined;
  const id = typeof message.id === "string" ? message.id : makeWamid(phone ?? person.userId, "in");
  const content = keepBytes(simulation, phoneNumber.id, message);
  const { type, [type]: _content, ...rest } = message;
  const item = {
    ...(phone ? { from: phone } : {}),
    from_user_id: person.userId,
    id,
    timestamp: String(at),
    ...rest,
    type,
    ...(content === undefined ? {} : { [type]: content }),
  };
  const entry = enterChat(simulation, thread, { id, at: at * 1000, message, content });
  if (thread.blocked) return { id, arrived: Promise.resolve(undefined) };
  thread.lastWroteAt = Math.max(thread.lastWroteAt, at * 1000);
  const contact = contactItem({ phone, userId: person.userId, username: person.username, name: person.name });
  const onOutcome = (outcome: Outcome) => {
    if (!entry || outcome.status !== 200 || entry.tick !== "accepted") return;
    entry.tick = "delivered";
    showOnPhone(simulation, thread, entry);
  };
  const arrived = announceAndWait(simulation, phoneNumber, {
    ...{ kind: "messages", item, contact, onOutcome },
    standby: thread.responder !== null,
  });
  return { id, arrived };
}

/** Replaces `bytes` by what Meta would say about the stored file. */
function keepBytes(simulation: Simulation, phoneNumberId: string, message: Writing["message"]): unknown {
  const content = message[message.type];
  if (!isObject(content) || typeof content.bytes !== "string") return content;
  const { bytes, ...shown } = content;
  const { media } = simulation.world;
  const stored = media.store({
    phoneNumberId,
    bytes: Buffer.from(bytes, "base64"),
    mimeType: String(shown.mime_type),
    filename: typeof shown.filename === "string" ? shown.filename : undefined,
  });
  const url = mediaUrl(simulation, stored.id);
  return { ...shown, mime_type: stored.mimeType, sha256: stored.sha256.toString("base64"), id: stored.id, url };
}

/** A download link that lives five minutes, in the form of Meta's. */
export function mediaUrl(simulation: Simulation, mediaId: string, origin = simulation.url()): string {
  const { key, expiresAt } = simulation.world.media.makeLink(mediaId);
  const query = new URLSearchParams({ mid: mediaId, ext: String(Math.floor(expiresAt / 1000)), hash: key });
  return `${origin}/whatsapp_business/attachments/?${query}`;
}

function enterChat(
  simulation: Simulation,
  thread: Thread,
  { id, at, message, content }: { id: string; at: number; message: Writing["message"]; content: unknown },
): Entry | undefined {
  const { threads } = simulation.world;
  if (message.type === "reaction" && isObject(content)) {
    const target = threads.find(thread.phoneNumberId, String(content.message_id));
    if (!target) return undefined;
    target.entry.reactions.customer = content.emoji ? String(content.emoji) : undefined;
    showOnPhone(simulation, thread, target.entry);
    return undefined;
  }
  const quotes = isObject(message.context) && message.context.id ? String(message.context.id) : undefined;
  const entry: Entry = {
    id,
    from: "customer",
    at,
    type: message.type,
    content,
    quotes,
    tick: "accepted",
    reactions: {},
  };
  threads.add(thread, entry);
  showOnPhone(simulation, thread, entry);
  return entry;
}
