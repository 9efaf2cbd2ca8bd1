import { checkMedia, type FindMediaType } from "./check-media";
import { checkLocation } from "./check-simple";
import { GraphError } from "./graph-error";
import { badParam, isObject, type JsonObject, requireList, requireObject, requireText } from "./parameters";
import {
  type FindTemplate,
  type Template,
  type TemplateButton,
  type TemplateComponent,
  variablesOf,
} from "./templates";

type Around = { findTemplate: FindTemplate; findMediaType: FindMediaType };

/** Checks a template send against the stored template and returns that; `phoneIsKnown` when it goes to a phone. */
export function checkTemplate(template: JsonObject, around: Around, phoneIsKnown: boolean): Template {
  const name = requireText(template.name, "template['name']", 512);
  const language = requireObject(template.language, "template['language']");
  const code = requireText(language.code, "template['language']['code']", 20);
  const stored = around.findTemplate(name, code);
  if (stored?.status === "PAUSED") throw new GraphError(132015);
  if (stored?.status === "DISABLED") throw new GraphError(132016);
  if (stored?.status !== "APPROVED") {
    throw new GraphError(132001, `template name (${name}) does not exist in ${code}`);
  }
  if (stored.category === "AUTHENTICATION" && !phoneIsKnown) throw new GraphError(131062);
  const given = template.components === undefined ? [] : readComponents(template.components);
  checkParts(stored.components, given, { isNamed: stored.parameter_format === "NAMED", ...around });
  return stored;
}

type InTemplate = Around & { isNamed: boolean };

function checkParts(parts: readonly TemplateComponent[], given: JsonObject[], where: InTemplate): void {
  for (const part of parts) {
    if (part.type === "BODY") checkTexts("body", part.text, parametersOf(given, "body"), where);
    if (part.type === "HEADER" && part.format === "TEXT") {
      checkTexts("header", part.text ?? "", parametersOf(given, "header"), where);
    }
    if (part.type === "HEADER" && part.format !== "TEXT") {
      checkHeader(part.format, parametersOf(given, "header"), where.findMediaType);
    }
    if (part.type === "BUTTONS") {
      for (const [index, button] of part.buttons.entries()) checkButton(button, index, given);
    }
    if (part.type === "CAROUSEL") checkCarousel(part.cards, given, where);
    if (part.type === "LIMITED_TIME_OFFER" && part.limited_time_offer.has_expiration) checkOffer(given);
  }
}

function checkOffer(given: JsonObject[]): void {
  const [parameter] = parametersOf(given, "limited_time_offer");
  const offer = requireObject(parameter?.limited_time_offer, "limited_time_offer");
  const end = Number(offer.expiration_time_ms);
  if (!(end > Date.now()))
    throw new GraphError(132012, "limited_time_offer: expiration_time_ms must lie in the future");
}

function checkCarousel(cards: { components: TemplateComponent[] }[], given: JsonObject[], where: InTemplate): void {
  const carousel = given.find((component) => component.type === "carousel");
  const sent = requireList(carousel?.cards, "carousel['cards']", { min: cards.length, max: cards.length });
  for (const [at, card] of cards.entries()) {
    const found = sent.filter(isObject).find(({ card_index }) => Number(card_index) === at);
    if (!found) throw new GraphError(131008, `Card ${at} of the carousel is missing`);
    checkParts(card.components, readComponents(found.components), where);
  }
}

function readComponents(value: unknown): JsonObject[] {
  return requireList(value, "template['components']", { min: 0, max: 20 }).map((item, index) => {
    const component = requireObject(item, `template['components'][${index}]`);
    const type = String(component.type).toLowerCase();
    const known = ["header", "body", "button", "carousel", "limited_time_offer"];
    if (!known.includes(type)) {
      throw badParam(`Param template['components'][${index}]['type'] must be one of {${known.join(", ")}}.`);
    }
    return { ...component, type };
  });
}

function parametersOf(components: JsonObject[], type: string): JsonObject[] {
  const found = components.find((component) => component.type === type);
  return Array.isArray(found?.parameters) ? found.parameters.filter(isObject) : [];
}

function checkTexts(place: string, text: string, parameters: JsonObject[], { isNamed }: InTemplate): void {
  const expected = variablesOf(text);
  if (parameters.length !== expected.length) {
    const details = `${place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${expected.length})`;
    throw new GraphError(132000, details);
  }
  for (const parameter of parameters) {
    if (isNamed && !expected.includes(String(parameter.parameter_name))) {
      throw badParam("Parameter name is missing or empty");
    }
    if (parameter.type !== "text") continue;
    const value = requireText(parameter.text, `${place} parameter`, 1024);
    if (/[\n\t]| {5}/.test(value)) {
      throw new GraphError(132018, "Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
    }
  }
}

function checkHeader(format: string, parameters: JsonObject[], findMediaType: FindMediaType): void {
  const kind = format.toLowerCase();
  const received = String(parameters[0]?.type ?? "unknown");
  if (received !== kind) {
    throw new GraphError(132012, `header: Format mismatch, expected ${format}, received ${received.toUpperCase()}`);
  }
  const value = requireObject(parameters[0]?.[kind], `header['${kind}']`);
  if (kind === "location") checkLocation(value);
  else checkMedia(kind, value, findMediaType);
}

function checkButton(button: TemplateButton, index: number, components: JsonObject[]): void {
  const needsParameter =
    (button.type === "URL" && variablesOf(button.url ?? "").length > 0) || button.type === "COPY_CODE";
  if (!needsParameter) return;
  const given = components.find((component) => component.type === "button" && Number(component.index) === index);
  const parameters = Array.isArray(given?.parameters) ? given.parameters : [];
  if (parameters.length === 0) {
    throw new GraphError(131008, `Button at index ${index} of type ${button.type} requires a parameter`);
  }
}
