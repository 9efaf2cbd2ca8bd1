import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { isUnique, words } from "./words";

const Button = z.object({
  type: z.literal("reply"),
  reply: z.object({
    id: words("The button's id", sendLimits.buttonId),
    title: words("The button's title", sendLimits.buttonTitle),
  }),
});

export const ButtonsAction = z.object({
  buttons: z
    .array(Button)
    .min(1, "Add at least one button.")
    .max(sendLimits.buttons, `A message has at most ${sendLimits.buttons} buttons.`)
    .refine((buttons) => isUnique(buttons.map(({ reply }) => reply.title)), "Two buttons have the same title.")
    .refine((buttons) => isUnique(buttons.map(({ reply }) => reply.id)), "Two buttons have the same id."),
});

const Row = z.object({
  id: words("The row's id", sendLimits.rowId),
  title: words("The row's title", sendLimits.rowTitle),
  description: words("The row's description", sendLimits.rowDescription).optional(),
});

const Section = z.object({
  title: words("The section's title", sendLimits.sectionTitle).optional(),
  rows: z.array(Row).min(1, "A section needs at least one row."),
});

export const ListAction = z.object({
  button: words("The button's text", sendLimits.listButton),
  sections: z
    .array(Section)
    .min(1, "Add at least one section.")
    .max(sendLimits.sections, `A list has at most ${sendLimits.sections} sections.`)
    .refine(
      (sections) => sections.flatMap(({ rows }) => rows).length <= sendLimits.rows,
      `A list has at most ${sendLimits.rows} rows in all.`,
    )
    .refine(
      (sections) => sections.length === 1 || sections.every(({ title }) => title !== undefined),
      "With more than one section, each needs a title.",
    )
    .refine(
      (sections) => isUnique(sections.flatMap(({ rows }) => rows.map((row) => row.id))),
      "Two rows have the same id.",
    ),
});
