import type { TemplateCard, TemplateParts } from "./parts";
import { fillLimits, type Slot, slotsOf } from "./slots";
import { locationValue, mediaValue, type TemplateValues, textValue } from "./values";
import { fillText } from "./variables";

export type SlotProblemCode =
  | "missing"
  | "too_long"
  | "line_break"
  | "bad_link"
  | "bad_location"
  | "past"
  | "whole_too_long";

/** Why a value cannot go out. `key` is the slot's, or `body` and `card.1.body` where the filled text as a whole is too long. */
export type SlotProblem = { key: string; code: SlotProblemCode; most: number };

/**
 * Everything that keeps this template from being sent with these values; none when it may go.
 * @param leavesAt an offer has to end after it
 */
export function problemsOf(
  parts: TemplateParts,
  category: string,
  values: TemplateValues,
  leavesAt = new Date(),
): SlotProblem[] {
  const ofSlots = slotsOf(parts, category).flatMap((slot): SlotProblem[] => {
    const code = problemOf(slot, values, leavesAt);
    return code ? [{ key: slot.key, code, most: slot.most }] : [];
  });
  const most = parts.offer ? fillLimits.offerBody : fillLimits.body;
  return [...ofSlots, ...wholeOf(parts, "", most, values), ...ofCards(parts, values)];
}

function problemOf(slot: Slot, values: TemplateValues, leavesAt: Date): SlotProblemCode | null {
  switch (slot.kind) {
    case "location":
      return locationProblem(values, slot.key);
    case "image":
    case "video":
    case "document":
      return mediaProblem(values, slot.key);
    case "end":
      return endProblem(textValue(values, slot.key), leavesAt);
    default:
      return textProblem(textValue(values, slot.key), slot.most);
  }
}

/** Meta refuses line breaks, tabs and more than four spaces in a row (132018). */
const BROKEN = /[\n\r\t]| {5}/;

function textProblem(value: string, most: number): SlotProblemCode | null {
  if (value.trim() === "") return "missing";
  if (Array.from(value).length > most) return "too_long";
  return BROKEN.test(value) ? "line_break" : null;
}

function endProblem(value: string, leavesAt: Date): SlotProblemCode | null {
  const end = Date.parse(value);
  if (Number.isNaN(end)) return "missing";
  return end > leavesAt.getTime() ? null : "past";
}

function mediaProblem(values: TemplateValues, key: string): SlotProblemCode | null {
  const value = mediaValue(values, key);
  if (value?.id) return null;
  if (!value?.link?.trim()) return "missing";
  if (value.link.length > fillLimits.link) return "too_long";
  return URL.canParse(value.link) && /^https?:$/.test(new URL(value.link).protocol) ? null : "bad_link";
}

function locationProblem(values: TemplateValues, key: string): SlotProblemCode | null {
  const value = locationValue(values, key);
  if (!value || value.latitude.trim() === "" || value.longitude.trim() === "") return "missing";
  const isPlace = within(value.latitude, 90) && within(value.longitude, 180);
  // Meta shows nothing without both.
  if (isPlace && (value.name.trim() === "" || value.address.trim() === "")) return "missing";
  return isPlace ? null : "bad_location";
}

function within(text: string, most: number): boolean {
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) <= most;
}

function ofCards({ cards }: TemplateParts, values: TemplateValues): SlotProblem[] {
  return cards.flatMap((card, at) => wholeOf(card, `card.${at}.`, fillLimits.cardBody, values));
}

/** The fixed words count too. */
function wholeOf({ header, body }: TemplateCard, prefix: string, most: number, values: TemplateValues): SlotProblem[] {
  const text = fillText(body, (name) => textValue(values, `${prefix}body.${name}`));
  const title = header?.format === "text" ? fillText(header.text, () => textValue(values, `${prefix}header`)) : "";
  return [
    ...(lengthOf(title) > fillLimits.header ? [whole(`${prefix}header`, fillLimits.header)] : []),
    ...(lengthOf(text) > most ? [whole(`${prefix}body`, most)] : []),
  ];
}

function whole(key: string, most: number): SlotProblem {
  return { key, code: "whole_too_long", most };
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
