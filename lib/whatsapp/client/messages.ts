import type { JsonObject } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, readSuccess, segment } from "./call";
import type { GraphResult } from "./result";

/** Accepted, not delivered: statuses tell the rest. `held`: Meta keeps it back while it judges the template. */
export type Accepted = {
  wamid: string;
  held: boolean;
  /** Digits; may differ from those that were given. */
  waId: string | null;
  userId: string | null;
};

/** `body` as built by `sendBody`. A 2xx without a message id is ambiguous: it may have gone out. */
export async function sendMessage(
  access: GraphAccess,
  phoneNumberId: string,
  body: JsonObject,
): Promise<GraphResult<Accepted>> {
  const path = `${segment(phoneNumberId)}/messages`;
  return callGraph(access, { method: "POST", path, json: body, isSend: true }, readAccepted);
}

function readAccepted(answer: JsonObject): Accepted | null {
  const message = firstOf(answer.messages);
  const wamid = asText(message?.id);
  if (!message || wamid === null) return null;
  const contact = firstOf(answer.contacts);
  const held = message.message_status === "held_for_quality_assessment";
  return { wamid, held, waId: asText(contact?.wa_id), userId: asText(contact?.user_id) };
}

function firstOf(value: JsonObject[string] | undefined): JsonObject | null {
  return Array.isArray(value) ? asObject(value[0]) : null;
}

/** Marks this message and those before it as read; `typing` also shows that an answer is being written (25 s at most). */
export async function markRead(
  access: GraphAccess,
  phoneNumberId: string,
  wamid: string,
  options: { typing?: boolean } = {},
): Promise<GraphResult<{ success: boolean }>> {
  const json: JsonObject = { messaging_product: "whatsapp", status: "read", message_id: wamid };
  if (options.typing) json.typing_indicator = { type: "text" };
  return callGraph(access, { method: "POST", path: `${segment(phoneNumberId)}/messages`, json }, readSuccess);
}
