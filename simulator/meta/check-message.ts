import { isBsuid, phoneDigits } from "./addresses";
import { checkInteractive } from "./check-interactive";
import { checkMedia, type FindMediaType } from "./check-media";
import { checkContacts, checkLocation, checkReaction, checkText } from "./check-simple";
import { checkTemplate } from "./check-template";
import { GraphError } from "./graph-error";
import { badParam, badValue, type JsonObject, missing, optionalText, requireObject, requireText } from "./parameters";
import type { FindTemplate } from "./templates";

export type MessageContext = {
  senderDigits: string;
  findMediaType: FindMediaType;
  findTemplate: FindTemplate;
  isReaction: (wamid: string) => boolean;
};

/** Who a send goes to: `input` as written; `dropped` for a BSUID in `to`, which Meta accepts and never delivers. */
export type Recipient = { input: string; phone?: string; userId?: string; dropped?: true };
export type CheckedMessage = {
  recipient: Recipient;
  type: string;
  category: "service" | "utility" | "marketing" | "authentication";
};

const mediaTypes = new Set(["image", "video", "audio", "document", "sticker"]);
const types = ["text", ...mediaTypes, "location", "contacts", "reaction", "interactive", "template"];

/** Everything Meta checks in the body alone, before windows and limits. Throws GraphError. */
export function checkMessage(body: JsonObject, context: MessageContext): CheckedMessage {
  requireProduct(body);
  const type = body.type === undefined ? "text" : body.type;
  if (typeof type !== "string" || !types.includes(type)) {
    throw badParam(`Param type must be one of {${types.join(", ").toUpperCase()}} - got "${String(type)}".`);
  }
  const recipient = readRecipient(body);
  if (recipient.phone === context.senderDigits) throw new GraphError(131021);
  optionalText(body.biz_opaque_callback_data, "biz_opaque_callback_data", 512);
  if (body.context !== undefined) {
    requireText(requireObject(body.context, "context").message_id, "context['message_id']", 1000);
  }
  const category = checkContent(type, body, recipient, context);
  return { recipient, type, category };
}

export function requireProduct(body: JsonObject): void {
  if (body.messaging_product === undefined) throw badParam("The parameter messaging_product is required.");
  if (body.messaging_product !== "whatsapp") throw badParam("Param messaging_product must be one of {WHATSAPP}.");
}

function readRecipient(body: JsonObject): Recipient {
  const kind = body.recipient_type ?? "individual";
  if (kind !== "individual")
    throw badParam(`Param recipient_type must be one of {INDIVIDUAL} - got "${String(kind)}".`);
  if (body.to !== undefined && body.to !== null && body.to !== "") {
    const input = String(body.to);
    if (isBsuid(input)) return { input, userId: input, dropped: true };
    const phone = phoneDigits(input);
    if (!phone) throw badValue(`Recipient phone number is not valid: ${input}`);
    return { input, phone };
  }
  if (body.recipient === undefined) throw badParam("The parameter to is required.");
  if (typeof body.recipient !== "string" || !isBsuid(body.recipient))
    throw badValue("Param recipient is not a valid user id");
  return { input: body.recipient, userId: body.recipient };
}

function checkContent(
  type: string,
  body: JsonObject,
  recipient: Recipient,
  context: MessageContext,
): CheckedMessage["category"] {
  if (body[type] === undefined) throw missing(type);
  if (type === "contacts") {
    checkContacts(body.contacts);
    return "service";
  }
  const content = requireObject(body[type], type);
  if (type === "text") checkText(content);
  if (mediaTypes.has(type)) checkMedia(type, content, context.findMediaType);
  if (type === "location") checkLocation(content);
  if (type === "reaction") checkReaction(content, context.isReaction);
  if (type === "interactive") checkInteractive(content, context.findMediaType);
  if (type !== "template") return "service";
  const { category } = checkTemplate(content, context, recipient.phone !== undefined);
  return category.toLowerCase() as CheckedMessage["category"];
}
