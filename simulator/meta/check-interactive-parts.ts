import { checkMedia, type FindMediaType } from "./check-media";
import {
  badValue,
  type JsonObject,
  missing,
  optionalText,
  requireList,
  requireObject,
  requireText,
  requireWebAddress,
} from "./parameters";

export function checkButtons(action: JsonObject): void {
  const buttons = requireList(action.buttons, "interactive['action']['buttons']", { min: 1, max: 3 });
  const replies = buttons.map((button, index) => {
    const place = `interactive['action']['buttons'][${index}]`;
    const entry = requireObject(button, place);
    if (entry.type !== "reply") throw badValue(`${place}['type'] must be reply`);
    const reply = requireObject(entry.reply, `${place}['reply']`);
    return { id: idOf(reply, place, 256), title: label(reply.title, "Button title", 20) };
  });
  refuseRepeated(
    replies.map((reply) => reply.id),
    "button ids",
  );
  refuseRepeated(
    replies.map((reply) => reply.title),
    "button titles",
  );
}

export function checkList(action: JsonObject): void {
  label(action.button, "List button", 20);
  const sections = requireList(action.sections, "interactive['action']['sections']", { min: 1, max: 10 });
  const ids = sections.flatMap((value, index) => {
    const place = `interactive['action']['sections'][${index}]`;
    const section = requireObject(value, place);
    if (sections.length > 1 || section.title !== undefined) label(section.title, "Section title", 24);
    return requireList(section.rows, `${place}['rows']`, { min: 1, max: 10 }).map((row, rowIndex) => {
      const rowPlace = `${place}['rows'][${rowIndex}]`;
      const entry = requireObject(row, rowPlace);
      label(entry.title, "Row title", 24);
      optionalText(entry.description, `${rowPlace}['description']`, 72);
      return idOf(entry, rowPlace, 200);
    });
  });
  if (ids.length > 10) throw badValue("Total row count exceed max allowed count: 10");
  refuseRepeated(ids, "row ids");
}

export function checkProductList(action: JsonObject, interactive: JsonObject): void {
  if (interactive.header === undefined) throw missing("interactive['header']");
  requireText(action.catalog_id, "interactive['action']['catalog_id']", 100);
  const sections = requireList(action.sections, "interactive['action']['sections']", { min: 1, max: 10 });
  const items = sections.flatMap((value, index) => {
    const place = `interactive['action']['sections'][${index}]`;
    const section = requireObject(value, place);
    if (sections.length > 1) label(section.title, "Section title", 24);
    return requireList(section.product_items, `${place}['product_items']`, { min: 1, max: 30 }).map((item) =>
      requireText(requireObject(item, place).product_retailer_id, `${place}['product_retailer_id']`, 100),
    );
  });
  if (items.length > 30) throw badValue("Total product count exceed max allowed count: 30");
}

export function checkCarousel(action: JsonObject, _interactive: JsonObject, findMediaType: FindMediaType): void {
  const cards = requireList(action.cards, "interactive['action']['cards']", { min: 2, max: 10 });
  const headerKinds = cards.map((value, index) => {
    const place = `interactive['action']['cards'][${index}]`;
    const card = requireObject(value, place);
    const header = requireObject(card.header, `${place}['header']`);
    const kind = requireText(header.type, `${place}['header']['type']`, 20);
    if (kind !== "image" && kind !== "video") throw badValue(`${place}['header']['type'] must be image or video`);
    checkMedia(kind, requireObject(header[kind], `${place}['header']['${kind}']`), findMediaType);
    if (card.body !== undefined) requireText(requireObject(card.body, place).text, `${place}['body']['text']`, 160);
    const parameters = requireObject(
      requireObject(card.action, `${place}['action']`).parameters,
      `${place}['parameters']`,
    );
    label(parameters.display_text, "Card button", 20);
    requireWebAddress(parameters.url, `${place}['url']`);
    return kind;
  });
  if (new Set(headerKinds).size > 1) throw badValue("All cards must have the same header type");
}

/** Meta words the length of labels in its own way, and as a value error. */
function label(value: unknown, name: string, max: number): string {
  if (typeof value !== "string" || value === "" || [...value].length > max) {
    throw badValue(`${name} length invalid. Min length: 1, Max length: ${max}`);
  }
  return value;
}

function idOf(entry: JsonObject, place: string, max: number): string {
  return requireText(entry.id, `${place}['id']`, max);
}

function refuseRepeated(values: string[], what: string): void {
  if (new Set(values).size !== values.length) throw badValue(`Duplicated ${what} are not allowed`);
}
