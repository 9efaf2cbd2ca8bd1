import {
  badParam,
  badValue,
  type JsonObject,
  optionalText,
  requireList,
  requireNumber,
  requireObject,
  requireText,
} from "./parameters";

export function checkText(text: JsonObject): void {
  if (text.body === "") throw badValue("Text body must be non-empty");
  requireText(text.body, "text['body']", 4096);
  if (text.preview_url !== undefined && typeof text.preview_url !== "boolean") {
    throw badParam("Param text['preview_url'] must be a boolean.");
  }
}

export function checkLocation(location: JsonObject): void {
  requireNumber(location.latitude, "location['latitude']", { min: -90, max: 90 });
  requireNumber(location.longitude, "location['longitude']", { min: -180, max: 180 });
  optionalText(location.name, "location['name']", 1000);
  optionalText(location.address, "location['address']", 1000);
}

export function checkContacts(cards: unknown): void {
  for (const [index, card] of requireList(cards, "contacts", { min: 1, max: 257 }).entries()) {
    const place = `contacts[${index}]['name']`;
    const name = requireObject(requireObject(card, `contacts[${index}]`).name, place);
    requireText(name.formatted_name, `${place}['formatted_name']`, 1000);
    const parts = ["first_name", "last_name", "middle_name", "prefix", "suffix"];
    if (!parts.some((part) => typeof name[part] === "string" && name[part] !== "")) {
      throw badValue(`${place}: at least one name part besides formatted_name is needed`);
    }
  }
}

/** `isReaction` says whether a known message id belongs to a reaction: those cannot be reacted to. */
export function checkReaction(reaction: JsonObject, isReaction: (wamid: string) => boolean): void {
  const target = requireText(reaction.message_id, "reaction['message_id']", 1000);
  if (typeof reaction.emoji !== "string") throw badParam("Param reaction['emoji'] must be a string.");
  const emoji = reaction.emoji;
  if (emoji !== "" && !isOneEmoji(emoji)) throw badValue("Reaction must be one emoji");
  if (isReaction(target)) throw badValue("A reaction cannot be the target of a reaction");
}

function isOneEmoji(text: string): boolean {
  const symbol = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
  return symbol.test(text) && [...new Intl.Segmenter().segment(text)].length === 1;
}
