import {
  type ContactCard,
  type JsonObject,
  type JsonValue,
  type MediaObject,
  type MessageContent,
  mediaTypes,
  readMetaErrors,
} from "@/lib/whatsapp/types";
import { asFlag, asList, asNumber, asObject, asText, compact, optionalText } from "./lenient";
import { readInteractive } from "./read-interactive";

/** The content of a message in any list that holds one; a kind that is new or lacks its object is kept whole. */
export function readContent(message: JsonObject): MessageContent {
  const type = asText(message.type) ?? "unknown";
  const object = asObject(message[type]);
  return knownContent(type, object, message) ?? { type: "unknown", unknown: { type, raw: message } };
}

function knownContent(type: string, object: JsonObject | null, message: JsonObject): MessageContent | null {
  if (type === "unsupported" || (type === "unknown" && asList(message.errors).length > 0)) {
    return { type: "unsupported", unsupported: { type: asText(object?.type) }, errors: readMetaErrors(message.errors) };
  }
  if (type === "contacts") return readCards(message.contacts);
  if (object === null) return null;
  const media = mediaTypes.find((known) => known === type);
  if (media) return { type: media, [media]: readMedia(object) } as MessageContent;
  switch (type) {
    case "text":
      return readText(object);
    case "location":
      return readLocation(object);
    case "reaction":
      return readReaction(object);
    case "button":
      return readButton(object);
    case "interactive":
      return readInteractive(object);
    case "order":
      return readOrder(object);
    case "template":
      return readTemplate(object);
    case "system":
      return { type: "system", system: { type: asText(object.type), body: asText(object.body) } };
    default:
      return null;
  }
}

function readText(object: JsonObject): MessageContent | null {
  if (typeof object.body !== "string" && typeof object.body !== "number") return null;
  const preview_url = asFlag(object.preview_url) ?? undefined;
  return { type: "text", text: compact({ body: String(object.body), preview_url }) };
}

function readMedia(object: JsonObject): MediaObject {
  return compact({
    id: optionalText(object.id),
    link: optionalText(object.link),
    url: optionalText(object.url),
    mime_type: optionalText(object.mime_type),
    sha256: optionalText(object.sha256),
    caption: optionalText(object.caption),
    filename: optionalText(object.filename),
    voice: asFlag(object.voice) ?? undefined,
    animated: asFlag(object.animated) ?? undefined,
  });
}

function readLocation(object: JsonObject): MessageContent | null {
  const latitude = asNumber(object.latitude);
  const longitude = asNumber(object.longitude);
  if (latitude === null || longitude === null) return null;
  const words = {
    name: optionalText(object.name),
    address: optionalText(object.address),
    url: optionalText(object.url),
  };
  return { type: "location", location: compact({ latitude, longitude, ...words }) };
}

function readReaction(object: JsonObject): MessageContent | null {
  const message_id = asText(object.message_id);
  return message_id === null ? null : { type: "reaction", reaction: { message_id, emoji: asText(object.emoji) ?? "" } };
}

function readButton(object: JsonObject): MessageContent {
  return {
    type: "button",
    button: compact({ text: asText(object.text) ?? "", payload: optionalText(object.payload) }),
  };
}

function readOrder(object: JsonObject): MessageContent {
  const product_items = asList(object.product_items).map((value) => {
    const item = asObject(value);
    return {
      product_retailer_id: asText(item?.product_retailer_id),
      quantity: asNumber(item?.quantity),
      item_price: asNumber(item?.item_price),
      currency: asText(item?.currency),
    };
  });
  const order = { catalog_id: asText(object.catalog_id), text: optionalText(object.text), product_items };
  return { type: "order", order: compact(order) };
}

function readTemplate(object: JsonObject): MessageContent | null {
  const name = asText(object.name);
  if (name === null) return null;
  const code = asText(asObject(object.language)?.code) ?? "";
  return { type: "template", template: { name, language: { code } } };
}

function readCards(value: JsonValue | undefined): MessageContent | null {
  if (!Array.isArray(value)) return null;
  return {
    type: "contacts",
    contacts: value
      .map(asObject)
      .filter((card) => card !== null)
      .map(readCard),
  };
}

function readCard(card: JsonObject): ContactCard {
  return compact({
    name: texts(card.name, ["formatted_name", "first_name", "last_name", "middle_name", "prefix", "suffix"]),
    phones: listOfTexts(card.phones, ["phone", "wa_id", "type"]),
    emails: listOfTexts(card.emails, ["email", "type"]),
    addresses: listOfTexts(card.addresses, ["street", "city", "state", "zip", "country", "country_code", "type"]),
    org: texts(card.org, ["company", "department", "title"]),
    urls: listOfTexts(card.urls, ["url", "type"]),
    birthday: optionalText(card.birthday),
    vcard: optionalText(card.vcard),
    origin: optionalText(card.origin),
  });
}

function texts<Key extends string>(value: JsonValue | undefined, keys: Key[]): { [K in Key]?: string } | undefined {
  const object = asObject(value);
  if (!object) return undefined;
  return compact(Object.fromEntries(keys.map((key) => [key, optionalText(object[key])])) as { [K in Key]?: string });
}

function listOfTexts<Key extends string>(value: JsonValue | undefined, keys: Key[]) {
  return Array.isArray(value) ? value.flatMap((element) => texts(element, keys) ?? []) : undefined;
}
