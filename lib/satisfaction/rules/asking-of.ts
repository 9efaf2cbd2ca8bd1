import { readParts, type Slot, slotsOf, type Template, type TemplateParts } from "@/lib/templates/types";

/** A template that can ask: its words, what it has to be filled with, and where its quick replies stand among its buttons. */
export type Asking = { parts: TemplateParts; slots: Slot[]; replyIndexes: number[] };

/** Null where it asks for more than words, or has too few or too many quick replies for a score behind each. */
export function askingOf({ components, category }: Pick<Template, "components" | "category">): Asking | null {
  const parts = readParts(components);
  const slots = slotsOf(parts, category);
  const replyIndexes = parts.buttons.flatMap(({ kind }, index) => (kind === "quick_reply" ? [index] : []));
  const isFit =
    category !== "AUTHENTICATION" && parts.unfillable.length === 0 && slots.every(({ kind }) => kind === "text");
  return isFit && replyIndexes.length >= 2 && replyIndexes.length <= 5 ? { parts, slots, replyIndexes } : null;
}
