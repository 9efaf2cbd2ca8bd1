import type { TemplateButton, TemplateButtonKind, TemplateCard, TemplateHeader, TemplateParts } from "./parts";

type Json = Record<string, unknown>;

/** Leniently: what Meta adds one day is kept in the row and shown as a kind that cannot be filled in. */
export function readParts(components: readonly unknown[]): TemplateParts {
  const list = components.filter(isObject);
  const carousel = list.find((component) => typeOf(component) === "CAROUSEL");
  const cards = listOf(carousel?.cards).map((card) => readCard(listOf(card.components)));
  const offer = readOffer(find(list, "LIMITED_TIME_OFFER"));
  const parts = { ...readCard(list), footer: textOf(find(list, "FOOTER")?.text), cards, offer };
  return { ...parts, unfillable: unfillableIn(parts) };
}

function readCard(components: Json[]): TemplateCard {
  return {
    header: readHeader(find(components, "HEADER")),
    body: textOf(find(components, "BODY")?.text) ?? "",
    buttons: listOf(find(components, "BUTTONS")?.buttons).map(readButton),
  };
}

function readOffer(component: Json | undefined): TemplateParts["offer"] {
  const offer = component?.limited_time_offer;
  if (!isObject(offer)) return null;
  return { text: textOf(offer.text) ?? "", hasEnd: offer.has_expiration !== false };
}

function readHeader(header: Json | undefined): TemplateHeader | null {
  if (!header) return null;
  const format = String(header.format ?? "").toUpperCase();
  if (format === "TEXT") return { format: "text", text: textOf(header.text) ?? "" };
  if (format === "LOCATION") return { format: "location" };
  if (format === "IMAGE" || format === "VIDEO" || format === "DOCUMENT") {
    return { format: format.toLowerCase() as "image" | "video" | "document" };
  }
  return { format: "other", kind: format };
}

const kinds: Record<string, TemplateButtonKind> = {
  QUICK_REPLY: "quick_reply",
  URL: "url",
  // Read back so by some versions of the Graph API; the code stands in the link all the same.
  OTP: "url",
  PHONE_NUMBER: "phone",
  VOICE_CALL: "phone",
  COPY_CODE: "copy_code",
  FLOW: "flow",
};

function readButton(button: Json): TemplateButton {
  const type = String(button.type ?? "").toUpperCase();
  return {
    kind: kinds[type] ?? "other",
    type,
    text: textOf(button.text) ?? "",
    url: textOf(button.url),
    phone: textOf(button.phone_number),
  };
}

const harmlessButtons = new Set(["CATALOG", "POSTBACK", "REQUEST_CONTACT_INFO"]);

/** What a send has to give a value for, and this version has no field for. */
function unfillableIn({ header, buttons, cards }: Pick<TemplateParts, "cards"> & TemplateCard) {
  const all = [{ header, buttons }, ...cards];
  const found = [
    ...all.flatMap((each) => (each.header?.format === "other" ? [each.header.kind] : [])),
    ...all.flatMap((each) => each.buttons.filter(({ kind }) => kind === "other").map(({ type }) => type)),
  ];
  return [...new Set(found)].filter((kind) => !harmlessButtons.has(kind));
}

function find(components: Json[], type: string): Json | undefined {
  return components.find((component) => typeOf(component) === type);
}

function typeOf(component: Json): string {
  return String(component.type ?? "").toUpperCase();
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
