import type { HeaderMedia, TemplateButton, TemplateCard, TemplateHeader, TemplateParts } from "./parts";
import { variablesOf } from "./variables";

/**
 * `text`: a variable of header or body · `link`: the end of a button's address · `code`: what a button copies · `end`: when
 * an offer ends, as ISO text.
 */
export type SlotKind = "text" | HeaderMedia | "location" | "link" | "code" | "end";

/** A place of a template that a send has to fill. */
export type Slot = {
  /** `header`, `offer`, `body.2`, `body.order_number`, `button.0`; of a card `card.1.header`, `card.1.body.1`, `card.1.button.0`. */
  key: string;
  kind: SlotKind;
  part: "header" | "offer" | "body" | "button";
  card: number | null;
  /** The variable's number or name; a button's label. */
  name: string;
  /** The most characters that the value may have. */
  most: number;
};

/** Meta's limits of what is filled in. The text of header and body is counted as a whole besides. */
export const fillLimits = { header: 60, body: 1_024, offerBody: 600, cardBody: 160, link: 2_000, code: 15 } as const;

/** What a send of this template has to give, in the order of reading. An authentication template is filled by its code alone. */
export function slotsOf(parts: TemplateParts, category: string): Slot[] {
  const own = slotsOfCard(parts, null, category === "AUTHENTICATION");
  if (parts.offer?.hasEnd) own.splice(own.filter(({ part }) => part === "header").length, 0, offerSlot);
  return [...own, ...parts.cards.flatMap((card, at) => slotsOfCard(card, at, false))];
}

const offerSlot: Slot = { key: "offer", kind: "end", part: "offer", card: null, name: "end", most: 40 };

function slotsOfCard(card: TemplateCard, at: number | null, isCode: boolean): Slot[] {
  const prefix = at === null ? "" : `card.${at}.`;
  const buttons = isCode ? [] : card.buttons.flatMap((button, index) => buttonSlot(button, `${prefix}button.${index}`));
  const most = isCode ? fillLimits.code : at === null ? fillLimits.body : fillLimits.cardBody;
  const body = variablesOf(card.body).map((name) => {
    return { key: `${prefix}body.${name}`, kind: "text" as const, part: "body" as const, name, most };
  });
  return [...headerSlots(card.header, prefix), ...body, ...buttons].map((slot) => ({ ...slot, card: at }));
}

type Bare = Omit<Slot, "card">;

function headerSlots(header: TemplateHeader | null, prefix: string): Bare[] {
  if (!header || header.format === "other") return [];
  const at = { key: `${prefix}header`, part: "header" as const };
  if (header.format !== "text") return [{ ...at, kind: header.format, name: header.format, most: fillLimits.link }];
  return variablesOf(header.text).map((name) => ({ ...at, kind: "text" as const, name, most: fillLimits.header }));
}

function buttonSlot({ kind, text, url }: TemplateButton, key: string): Bare[] {
  const at = { key, part: "button" as const, name: text };
  if (kind === "copy_code") return [{ ...at, kind: "code", most: fillLimits.code }];
  const isOpen = kind === "url" && url !== null && variablesOf(url).length > 0;
  return isOpen ? [{ ...at, kind: "link", most: fillLimits.link - (url?.length ?? 0) }] : [];
}
