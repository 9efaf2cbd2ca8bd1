import type { TemplateComponent, TemplatePart } from "@/lib/whatsapp/types";
import type { TemplateCard, TemplateParts } from "./parts";
import { locationValue, mediaValue, type TemplateValues, textValue } from "./values";
import { variablesOf } from "./variables";

/** Who fills in a template, in Meta's shape for a send. The values have been found to be without problems. */
export function componentsOf(
  parts: TemplateParts,
  { category, parameterFormat }: { category: string; parameterFormat: string },
  values: TemplateValues,
): TemplateComponent[] {
  const isNamed = parameterFormat === "NAMED";
  const own = [...ofCard(parts, "", isNamed, values), ...ofOffer(parts, values)];
  const code = category === "AUTHENTICATION" ? codeButtons(parts, values) : [];
  if (parts.cards.length === 0) return [...own, ...code];
  const cards = parts.cards.map((card, at) => ({
    card_index: at,
    components: ofCard(card, `card.${at}.`, isNamed, values) as TemplatePart[],
  }));
  return [...own, ...code, { type: "carousel", cards }];
}

function ofCard(card: TemplateCard, prefix: string, isNamed: boolean, values: TemplateValues): TemplateComponent[] {
  const header = headerParameter(card, prefix, isNamed, values);
  const body = variablesOf(card.body).map((name) =>
    textParameter(name, textValue(values, `${prefix}body.${name}`), isNamed),
  );
  return [
    ...(header ? [{ type: "header" as const, parameters: [header] }] : []),
    ...(body.length > 0 ? [{ type: "body" as const, parameters: body }] : []),
    ...card.buttons.flatMap((_, index) => buttonComponent(card, index, prefix, values)),
  ];
}

function ofOffer({ offer }: TemplateParts, values: TemplateValues): TemplateComponent[] {
  if (!offer?.hasEnd) return [];
  const limited_time_offer = { expiration_time_ms: Date.parse(textValue(values, "offer")) };
  return [{ type: "limited_time_offer", parameters: [{ type: "limited_time_offer", limited_time_offer }] }];
}

function headerParameter({ header }: TemplateCard, prefix: string, isNamed: boolean, values: TemplateValues) {
  const key = `${prefix}header`;
  if (!header || header.format === "other") return null;
  if (header.format === "text") {
    const [name] = variablesOf(header.text);
    return name === undefined ? null : textParameter(name, textValue(values, key), isNamed);
  }
  if (header.format === "location") return locationParameter(values, key);
  const { id, link = "", filename } = mediaValue(values, key) ?? {};
  const named = header.format === "document" && filename ? { filename } : {};
  return { type: header.format, [header.format]: { ...(id ? { id } : { link: link.trim() }), ...named } };
}

function locationParameter(values: TemplateValues, key: string): TemplatePart {
  const { latitude = "", longitude = "", name = "", address = "" } = locationValue(values, key) ?? {};
  const place = {
    latitude: Number(latitude),
    longitude: Number(longitude),
    name: name.trim(),
    address: address.trim(),
  };
  return { type: "location", location: place };
}

function textParameter(name: string, value: string, isNamed: boolean): TemplatePart {
  return { type: "text", ...(isNamed ? { parameter_name: name } : {}), text: value.trim() };
}

function buttonComponent({ buttons }: TemplateCard, index: number, prefix: string, values: TemplateValues) {
  const button = buttons[index];
  const value = textValue(values, `${prefix}button.${index}`).trim();
  if (button?.kind === "url" && value !== "") return [component("url", index, { type: "text", text: value })];
  if (button?.kind === "copy_code") {
    return [component("copy_code", index, { type: "coupon_code", coupon_code: value })];
  }
  // What Meta takes where nobody keeps a session of the form.
  if (button?.kind === "flow") {
    return [component("flow", index, { type: "action", action: { flow_token: "unused" } })];
  }
  return [];
}

/** The code stands in the text and, once more, behind the button that copies it. */
function codeButtons(parts: TemplateParts, values: TemplateValues): TemplateComponent[] {
  const [name = "1"] = variablesOf(parts.body);
  const text = textValue(values, `body.${name}`).trim();
  return parts.buttons.flatMap(({ kind }, index) =>
    kind === "url" ? [component("url", index, { type: "text", text })] : [],
  );
}

function component(sub_type: string, index: number, parameter: TemplatePart): TemplateComponent {
  return { type: "button", sub_type, index: String(index), parameters: [parameter] };
}
