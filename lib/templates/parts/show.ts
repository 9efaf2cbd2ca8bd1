import type { ShownTemplate, ShownTemplateCard } from "@/lib/whatsapp/types";
import type { TemplateButton, TemplateCard, TemplateHeader, TemplateParts } from "./parts";
import { locationValue, mediaValue, type TemplateValues, textValue } from "./values";
import { fillText, variablesOf } from "./variables";

/** A template as the customer sees it. Variables without a value stay as they are. */
export function showTemplate(parts: TemplateParts, category: string, values: TemplateValues): ShownTemplate {
  const shown = showCard(parts, "", values);
  const cards = parts.cards.map((card, at) => showCard(card, `card.${at}.`, values));
  const ended = parts.offer && { text: parts.offer.text, endsAt: textValue(values, "offer") || null };
  return { category, ...shown, ...(ended ? { offer: ended } : {}), footer: parts.footer, cards };
}

function showCard(card: TemplateCard, prefix: string, values: TemplateValues): ShownTemplateCard {
  return {
    header: showHeader(card.header, `${prefix}header`, values),
    body: fillText(card.body, (name) => textValue(values, `${prefix}body.${name}`).trim()),
    buttons: card.buttons.map((button, index) =>
      showButton(button, textValue(values, `${prefix}button.${index}`).trim()),
    ),
  };
}

function showHeader(header: TemplateHeader | null, key: string, values: TemplateValues): ShownTemplateCard["header"] {
  if (!header || header.format === "other") return null;
  if (header.format === "text") {
    return { type: "text", text: fillText(header.text, () => textValue(values, key).trim()) };
  }
  if (header.format === "location") {
    const place = locationValue(values, key);
    return place ? { type: "location", ...place } : { type: "location" };
  }
  const media = mediaValue(values, key);
  return media ? { type: header.format, ...media } : { type: header.format };
}

function showButton({ kind, text, url, phone }: TemplateButton, value: string): ShownTemplateCard["buttons"][number] {
  if (kind === "url" && url !== null) {
    // A code that is copied stands in a link of Meta's which leads nowhere.
    const isCode = /[?&]otp_type=/i.test(url);
    return isCode
      ? { kind: "copy_code", text }
      : { kind, text, url: variablesOf(url).length > 0 ? fillText(url, () => value) : url };
  }
  if (kind === "phone" && phone !== null) return { kind, text, phone };
  if (kind === "copy_code") return value === "" ? { kind, text } : { kind, text, code: value };
  return { kind, text };
}
