import { isObject, type JsonObject } from "./parameters";
import { findTemplate, type TemplateButton } from "./templates";

export type RenderedButton = { type: string; text: string; payload?: string; url?: string };
export type RenderedTemplate = { header?: JsonObject; body: string; footer?: string; buttons: RenderedButton[] };

/** What the customer sees of a template send; undefined when the template is not known. */
export function renderTemplate(send: JsonObject): RenderedTemplate | undefined {
  const language = isObject(send.language) ? send.language.code : undefined;
  const stored = findTemplate(send.name, language);
  if (!stored) return undefined;
  const given = Array.isArray(send.components) ? send.components.filter(isObject) : [];
  const rendered: RenderedTemplate = { body: "", buttons: [] };
  for (const part of stored.components) {
    if (part.type === "BODY") rendered.body = fill(part.text, parameters(given, "body"));
    if (part.type === "FOOTER") rendered.footer = part.text;
    if (part.type === "HEADER") {
      rendered.header =
        part.format === "TEXT"
          ? { type: "text", text: fill(part.text ?? "", parameters(given, "header")) }
          : parameters(given, "header")[0];
    }
    if (part.type === "BUTTONS")
      rendered.buttons = part.buttons.map((button, index) => renderButton(button, index, given));
  }
  return rendered;
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
