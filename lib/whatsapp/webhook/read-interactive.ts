import type {
  InteractiveContent,
  InteractiveReply,
  InteractiveSend,
  JsonObject,
  JsonValue,
} from "@/lib/whatsapp/types";
import { asFlag, asNumber, asObject, asText, compact, optionalText } from "./lenient";

/** A reply of a customer; in echoes, what was sent to one, as far as it is shown. Null when the reply's object is missing. */
export function readInteractive(object: JsonObject): InteractiveContent | null {
  const interactive = readReply(object) ?? readSent(object);
  return interactive && { type: "interactive", interactive };
}

function readReply(object: JsonObject): InteractiveReply | null {
  const type = asText(object.type);
  const reply = type === null ? null : asObject(object[type]);
  if (!reply) return null;
  const id = asText(reply.id) ?? "";
  const title = asText(reply.title) ?? "";
  switch (type) {
    case "button_reply":
      return { type, button_reply: { id, title } };
    case "list_reply":
      return { type, list_reply: compact({ id, title, description: optionalText(reply.description) }) };
    case "nfm_reply":
      return { type, nfm_reply: readForm(reply) };
    case "call_permission_reply":
      return { type, call_permission_reply: readCallPermission(reply) };
    default:
      return null;
  }
}

function readForm(reply: JsonObject) {
  const response_json = asText(reply.response_json) ?? "";
  return { name: asText(reply.name), body: asText(reply.body), response_json, response: parsedOrNull(response_json) };
}

function parsedOrNull(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readCallPermission(reply: JsonObject) {
  return compact({
    response: asText(reply.response) ?? "",
    is_permanent: asFlag(reply.is_permanent) ?? undefined,
    expiration_timestamp: asNumber(reply.expiration_timestamp) ?? undefined,
    response_source: optionalText(reply.response_source),
  });
}

function readSent(object: JsonObject): InteractiveSend | null {
  const action = asObject(object.action);
  return action && asText(object.type) ? (object as unknown as InteractiveSend) : null;
}
