import { isObject, type JsonObject } from "./parameters";
import type { Template, TemplateButton, TemplateComponent } from "./templates";

export type RenderedButton = { type: string; text: string; payload?: string; url?: string };
type RenderedCard = { header?: JsonObject; body: string; buttons: RenderedButton[] };
export type RenderedTemplate = RenderedCard & { footer?: string; cards: RenderedCard[] };

/** What the customer sees of a template send. */
export function renderTemplate(stored: Template, send: JsonObject): RenderedTemplate {
  const given = componentsIn(send);
  const rendered: RenderedTemplate = { ...renderCard(stored.components, given), cards: [] };
  for (const part of stored.components) {
    if (part.type === "FOOTER") rendered.footer = part.text;
    if (part.type === "CAROUSEL")
      rendered.cards = part.cards.map((card, at) => renderSentCard(card.components, at, given));
  }
  return rendered;
}

function renderSentCard(parts: readonly TemplateComponent[], at: number, given: JsonObject[]): RenderedCard {
  const carousel = given.find((component) => String(component.type).toLowerCase() === "carousel");
  const sent = Array.isArray(carousel?.cards) ? carousel.cards.filter(isObject) : [];
  return renderCard(parts, componentsIn(sent.find(({ card_index }) => Number(card_index) === at) ?? {}));
}

function renderCard(parts: readonly TemplateComponent[], given: JsonObject[]): RenderedCard {
  const rendered: RenderedCard = { body: "", buttons: [] };
  for (const part of parts) {
    if (part.type === "BODY") rendered.body = fill(part.text, parameters(given, "body"));
    if (part.type === "HEADER") {
      const [value] = parameters(given, "header");
      if (part.format === "TEXT")
        rendered.header = { type: "text", text: fill(part.text ?? "", parameters(given, "header")) };
      else if (value) rendered.header = value;
    }
    if (part.type === "BUTTONS") {
      rendered.buttons = part.buttons.map((button, index) => renderButton(button, index, given));
    }
  }
  return rendered;
}

function componentsIn({ components }: JsonObject): JsonObject[] {
  return Array.isArray(components) ? components.filter(isObject) : [];
}

function renderButton(button: TemplateButton, index: number, given: JsonObject[]): RenderedButton {
  const values = parameters(
    given.filter((component) => Number(component.index) === index),
    "button",
  );
  const rendered: RenderedButton = { type: button.type, text: button.text };
  if (button.type === "QUICK_REPLY") rendered.payload = String(values[0]?.payload ?? button.text);
  if (button.url) rendered.url = fill(button.url, values);
  return rendered;
}

function parameters(components: JsonObject[], type: string): JsonObject[] {
  const found = components.find((component) => String(component.type).toLowerCase() === type);
  return Array.isArray(found?.parameters) ? found.parameters.filter(isObject) : [];
}

function fill(text: string, values: JsonObject[]): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = values.find((entry) => entry.parameter_name === name) ?? values[Number(name) - 1];
    return value ? shown(value) : whole;
  });
}

function shown(value: JsonObject): string {
  for (const kind of ["currency", "date_time"]) {
    const localizable = value[kind];
    if (isObject(localizable)) return String(localizable.fallback_value ?? "");
  }
  return String(value.text ?? "");
}
