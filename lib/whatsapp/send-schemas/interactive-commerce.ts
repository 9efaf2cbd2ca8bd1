import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { MediaHeader } from "./interactive-header";
import { ButtonsAction } from "./interactive-menu";
import { webUrl, words } from "./words";

const catalog_id = words("The catalogue's id", 64);
const product_retailer_id = words("The product's id", 100);

export const ProductAction = z.object({ catalog_id, product_retailer_id });

export const ProductListAction = z.object({
  catalog_id,
  sections: z
    .array(
      z.object({
        title: words("The section's title", sendLimits.sectionTitle),
        product_items: z.array(z.object({ product_retailer_id })).min(1, "A section needs at least one product."),
      }),
    )
    .min(1, "Add at least one section.")
    .max(sendLimits.sections, `A list has at most ${sendLimits.sections} sections.`)
    .refine(
      (sections) => sections.flatMap(({ product_items }) => product_items).length <= sendLimits.products,
      `A list has at most ${sendLimits.products} products in all.`,
    ),
});

export const CatalogAction = z.object({
  name: z.literal("catalog_message"),
  parameters: z.object({ thumbnail_product_retailer_id: product_retailer_id.optional() }).optional(),
});

const LinkAction = z.object({
  name: z.literal("cta_url"),
  parameters: z.object({ display_text: words("The button's text", sendLimits.displayText), url: webUrl }),
});

const Card = z.object({
  card_index: z
    .number()
    .int()
    .min(0)
    .max(sendLimits.cardsMax - 1),
  type: z.enum(["cta_url", "button"]),
  header: MediaHeader,
  body: z.object({ text: words("The card's text", sendLimits.cardBody) }).optional(),
  action: z.union([LinkAction, ButtonsAction]),
});

export const CarouselAction = z.object({
  cards: z
    .array(Card)
    .min(sendLimits.cardsMin, `A carousel has at least ${sendLimits.cardsMin} cards.`)
    .max(sendLimits.cardsMax, `A carousel has at most ${sendLimits.cardsMax} cards.`)
    .refine((cards) => new Set(cards.map(({ header }) => header.type)).size === 1, {
      error: "All cards need the same kind of header.",
    }),
});
