import type { TemplateComponent, TemplatePart } from "@/lib/whatsapp/types";
import type { TemplateButton, TemplateCard, TemplateParts } from "./parts";
import type { LocationValue, MediaValue, SlotValue, TemplateValues } from "./values";
import { variablesOf } from "./variables";

/** Something given for which the template has no place. */
export type Extra = { path: string; message: string };

type Given = Pick<TemplateComponent, "type" | "sub_type" | "index" | "parameters">;
type Reading = { values: TemplateValues; extras: Extra[] };

/** The values in a send's components, and what in them fits no place of the template. */
export function valuesOf(parts: TemplateParts, parameterFormat: string, components: TemplateComponent[]): Reading {
  const reading: Reading = { values: {}, extras: [] };
  const isNamed = parameterFormat === "NAMED";
  for (const [at, given] of components.entries()) {
    const path = `template.components.${at}`;
    if (given.type === "carousel") readCarousel(reading, parts, given, { path, isNamed });
    else if (given.type === "limited_time_offer") readOffer(reading, parts, given, path);
    else readComponent(reading, parts, given, { path, isNamed, prefix: "" });
  }
  return reading;
}

type Where = { path: string; isNamed: boolean };

function readCarousel(reading: Reading, { cards }: TemplateParts, given: TemplateComponent, { path, isNamed }: Where) {
  for (const [at, { card_index, components }] of (given.cards ?? []).entries()) {
    const card = cards[card_index];
    const cardPath = `${path}.cards.${at}`;
    if (!card) {
      extra(reading, cardPath, `there is no card ${card_index} in this template`);
      continue;
    }
    components.forEach((inner, place) => {
      const where = { path: `${cardPath}.components.${place}`, isNamed, prefix: `card.${card_index}.` };
      readComponent(reading, card, inner as unknown as Given, where);
    });
  }
}

/** Meta takes the time as a number, or as one in quotes. */
function readOffer(reading: Reading, { offer }: TemplateParts, { parameters = [] }: Given, path: string): void {
  if (!offer) {
    extra(reading, path, "is not in this template");
    return;
  }
  tooMany(reading, parameters, offer.hasEnd ? 1 : 0, `${path}.parameters`);
  const [first] = parameters;
  if (!first || !offer.hasEnd) return;
  const given = first.limited_time_offer as { expiration_time_ms?: unknown } | undefined;
  const end = new Date(Number(given?.expiration_time_ms ?? Number.NaN));
  const place = `${path}.parameters.0`;
  if (Number.isNaN(end.getTime())) extra(reading, place, "should have limited_time_offer.expiration_time_ms");
  else put(reading, "offer", end.toISOString(), place);
}

type InCard = Where & { prefix: string };

function readComponent(reading: Reading, card: TemplateCard, given: Given, where: InCard): void {
  const type = String(given.type).toLowerCase();
  if (type === "header") readHeader(reading, card, given, where);
  else if (type === "body") readBody(reading, card, given, where);
  else if (type === "button") readButton(reading, card, given, where);
  else extra(reading, where.path, `a component of type ${type} is not in this template`);
}

function readHeader(reading: Reading, { header }: TemplateCard, { parameters = [] }: Given, { path, prefix }: InCard) {
  const takes = header?.format === "text" ? variablesOf(header.text).length : header === null ? 0 : 1;
  tooMany(reading, parameters, takes, `${path}.parameters`);
  const [first] = parameters;
  if (!first || takes === 0 || header?.format === "other") return;
  const kind = header?.format ?? "text";
  const value = kind === "text" ? textIn(first) : first.type === kind ? valueIn(first) : undefined;
  if (value === undefined) extra(reading, `${path}.parameters.0`, `should be of type ${kind}`);
  else put(reading, `${prefix}header`, value, path);
}

function readBody(reading: Reading, card: TemplateCard, { parameters = [] }: Given, { path, isNamed, prefix }: InCard) {
  const names = variablesOf(card.body);
  tooMany(reading, parameters, names.length, `${path}.parameters`);
  parameters.slice(0, names.length).forEach((parameter, at) => {
    const name = isNamed ? String(parameter.parameter_name ?? "") : (names[at] ?? "");
    const place = `${path}.parameters.${at}`;
    const value = textIn(parameter);
    if (!names.includes(name)) extra(reading, `${place}.parameter_name`, `should be one of ${names.join(", ")}`);
    else if (value === undefined) extra(reading, place, "should be of type text");
    else put(reading, `${prefix}body.${name}`, value, place);
  });
}

function readButton(
  reading: Reading,
  { buttons }: TemplateCard,
  { sub_type, index, parameters = [] }: Given,
  where: InCard,
) {
  const button = buttons[Number(index)];
  if (index === undefined || !button) {
    return extra(reading, `${where.path}.index`, "should be the place of a button of this template, counted from 0");
  }
  const wanted = subTypes[button.kind];
  if (wanted !== undefined && sub_type !== undefined && sub_type.toLowerCase() !== wanted) {
    return extra(reading, `${where.path}.sub_type`, `should be ${wanted}`);
  }
  tooMany(reading, parameters, button.kind === "phone" ? 0 : 1, `${where.path}.parameters`);
  const value = buttonValue(button, parameters[0]);
  if (value !== undefined) put(reading, `${where.prefix}button.${Number(index)}`, value, where.path);
}

const subTypes: Partial<Record<TemplateButton["kind"], string>> = {
  quick_reply: "quick_reply",
  url: "url",
  copy_code: "copy_code",
  flow: "flow",
};

function buttonValue({ kind, url }: TemplateButton, parameter: TemplatePart | undefined): string | undefined {
  if (kind === "url") return url !== null && variablesOf(url).length > 0 && parameter ? textIn(parameter) : undefined;
  if (kind === "copy_code") return typeof parameter?.coupon_code === "string" ? parameter.coupon_code : undefined;
  return undefined;
}

/** Money and dates are shown by their fallback. */
function textIn(parameter: TemplatePart): string | undefined {
  if (typeof parameter.text === "string") return parameter.text;
  const localised = parameter.currency ?? parameter.date_time;
  if (typeof localised !== "object" || localised === null) return undefined;
  const { fallback_value } = localised as { fallback_value?: unknown };
  return typeof fallback_value === "string" ? fallback_value : undefined;
}

function valueIn(parameter: TemplatePart): MediaValue | LocationValue | undefined {
  const value = parameter[parameter.type] as Record<string, unknown> | undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const text = (key: string) => (value[key] === undefined || value[key] === null ? "" : String(value[key]));
  if (parameter.type === "location") {
    return { latitude: text("latitude"), longitude: text("longitude"), name: text("name"), address: text("address") };
  }
  const given = { id: text("id"), link: text("link"), filename: text("filename") };
  return Object.fromEntries(Object.entries(given).filter(([, each]) => each !== "")) as MediaValue;
}

function put({ values, extras }: Reading, key: string, value: SlotValue, path: string): void {
  if (values[key] === undefined) values[key] = value;
  else extras.push({ path, message: "is given twice" });
}

function tooMany(reading: Reading, parameters: unknown[], most: number, path: string): void {
  if (parameters.length <= most) return;
  extra(reading, path, most === 0 ? "takes no values" : `takes ${most === 1 ? "one value" : `${most} values`}`);
}

function extra({ extras }: Reading, path: string, message: string): void {
  extras.push({ path, message });
}
