import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";

const Parameter = z.looseObject({ type: z.string().min(1, "A value needs its type.") });

const Card = z.object({
  card_index: z
    .number()
    .int()
    .min(0)
    .max(sendLimits.cardsMax - 1),
  components: z.array(z.looseObject({ type: z.string().min(1) })),
});

const Component = z.object({
  type: z.enum(["header", "body", "button", "carousel", "limited_time_offer"]),
  sub_type: z.string().min(1).optional(),
  index: z
    .union([z.string().regex(/^\d$/), z.number().int().min(0).max(9)], "A button's index lies between 0 and 9.")
    .optional(),
  parameters: z.array(Parameter).optional(),
  cards: z.array(Card).max(sendLimits.cardsMax, `A carousel has at most ${sendLimits.cardsMax} cards.`).optional(),
});

export const TemplateMessage = z.object({
  type: z.literal("template"),
  template: z.object({
    name: z
      .string()
      .max(sendLimits.templateName)
      .regex(/^[a-z0-9_]+$/, "A template's name has lower-case letters, digits and underscores only."),
    language: z.object({
      code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, "The language should look like en or en_US."),
      policy: z.literal("deterministic").optional(),
    }),
    components: z.array(Component).optional(),
  }),
});
