"use client";

import { useTranslations } from "next-intl";
import type { Slot, TemplateParts } from "@/lib/templates/types";

const AROUND = 16;

/** The template's words run in their own direction as one, whichever the console's is; a catalogue may set them apart. */
const [FIRST_STRONG, END] = ["\u2068", "\u2069"];
const ISOLATES = /[\u2066-\u2069]/g;

/** What a field of a template is called, and what helps to fill it. */
export function useSlotWords(parts: TemplateParts) {
  const t = useTranslations("templates.form");
  const plain = ({ kind, part, name }: Slot): string => {
    if (kind === "link") return t("link", { button: name });
    if (kind === "code") return t("code", { button: name });
    if (kind === "location") return t("location");
    if (kind !== "text") return t(kind);
    if (!/^\d+$/.test(name)) return humane(name);
    return part === "header" ? t("header") : t("value", { number: name });
  };
  const labelOf = (slot: Slot): string =>
    slot.card === null ? plain(slot) : t("inCard", { field: plain(slot), number: slot.card + 1 });
  return {
    /** Inside of a card its number is said already. */
    shortLabelOf: plain,
    labelOf,
    hintOf: (slot: Slot): string | undefined => {
      if (slot.kind === "link") return t("linkHint", { url: urlOf(parts, slot) });
      const text = slot.kind === "text" && /^\d+$/.test(slot.name) ? textOf(parts, slot) : null;
      return text === null ? undefined : around(text, slot.name, t("around", { before: "\u0001", after: "\u0002" }));
    },
  };
}

/** order_number is order number, Order number to begin with. */
function humane(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cardOf(parts: TemplateParts, { card }: Slot) {
  return card === null ? parts : parts.cards[card];
}

function urlOf(parts: TemplateParts, slot: Slot): string {
  const button = cardOf(parts, slot)?.buttons[Number(slot.key.split(".").at(-1))];
  return button?.url?.replace(/\{\{.*$/, "") ?? "";
}

function textOf(parts: TemplateParts, slot: Slot): string {
  const place = cardOf(parts, slot);
  if (slot.part === "body") return place?.body ?? "";
  return place?.header?.format === "text" ? place.header.text : "";
}

/** The words on both sides of a variable, since its number says nothing. */
function around(text: string, name: string, pattern: string): string {
  const [before = "", after = ""] = text.split(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`));
  const clean = (words: string) => words.replace(/[*_~`\n]/g, "").replace(/\{\{.*?\}\}/g, "▢");
  const words = pattern
    .replace(ISOLATES, "")
    .replace("\u0001", clean(before).slice(-AROUND).trimStart())
    .replace("\u0002", clean(after).slice(0, AROUND).trimEnd());
  return `${FIRST_STRONG}${words}${END}`;
}
