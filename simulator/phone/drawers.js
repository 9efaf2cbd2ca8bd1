import { element, phrase } from "./dom.js";
import { formatText } from "./formatting.js";
import { icon } from "./icons.js";

/** Draws a message's content by its type. */
export const drawers = {
  text: (content) => [formatText(content.body)],
  image: (content) => [
    mediaOr(content, (src) => element("img", { className: "picture", src, alt: content.caption ?? "Photo" })),
    caption(content),
  ],
  sticker: (content) => [mediaOr(content, (src) => element("img", { className: "sticker", src, alt: "Sticker" }))],
  video: (content) => [
    mediaOr(content, (src) => element("video", { className: "picture", src, controls: true })),
    caption(content),
  ],
  audio: (content) => [
    content.voice ? phrase("small", "voice-mark", "Voice message") : undefined,
    mediaOr(content, (src) => element("audio", { src, controls: true, preload: "metadata" })),
  ],
  document: (content) => [documentCard(content), caption(content)],
  location: (content) => [locationCard(content)],
  contacts: (content) => content.map(contactCard),
  button: (content) => [formatText(content.text)],
  edit: () => [notice("Edited a message")],
  revoke: () => [notice("Deleted a message")],
  unsupported: () => [notice("A message that WhatsApp's API cannot carry")],
};

/** The header of an interactive message or template. */
export function headerNodes(header) {
  if (!header) return [];
  if (header.type === "text") return [phrase("strong", "head", header.text)];
  return drawers[header.type]?.(header[header.type]).filter(Boolean) ?? [];
}

function mediaOr(content, draw) {
  if (content.id) return draw(`/phone/media/${encodeURIComponent(content.id)}`);
  return element(
    "a",
    { className: "card", href: content.link, target: "_blank", rel: "noopener noreferrer" },
    icon("link"),
    phrase("span", "card-lines", content.link),
  );
}

function caption(content) {
  return content.caption ? formatText(content.caption) : undefined;
}

function documentCard(content) {
  const name = content.filename ?? "Document";
  return element(
    "a",
    {
      className: "card",
      href: content.id ? `/phone/media/${encodeURIComponent(content.id)}` : content.link,
      target: "_blank",
      rel: "noopener noreferrer",
    },
    icon("file"),
    element(
      "span",
      { className: "card-lines" },
      phrase("strong", "", name),
      element("small", {}, kindOf(name, content)),
    ),
  );
}

function kindOf(name, { mime_type: mimeType }) {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (ending ?? mimeType ?? "file").toUpperCase();
}

function locationCard({ latitude, longitude, name, address }) {
  const place = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  return element(
    "span",
    { className: "location" },
    element("span", { className: "map", "aria-hidden": "true" }, icon("pin")),
    name ? phrase("strong", "", name) : undefined,
    address ? phrase("small", "", address) : undefined,
    element("small", {}, place),
  );
}

function contactCard({ name, phones = [], org }) {
  return element(
    "span",
    { className: "card" },
    icon("person"),
    element(
      "span",
      { className: "card-lines" },
      phrase("strong", "", name?.formatted_name ?? "Contact"),
      org?.company ? phrase("small", "", org.company) : undefined,
      ...phones.map(({ phone }) => element("small", { dir: "ltr" }, phone)),
    ),
  );
}

export function notice(text) {
  return element("em", { className: "notice" }, text);
}
