import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { words } from "./words";

const short = z.string().max(500).optional();

const Name = z
  .object({
    formatted_name: words("The contact's name", 500),
    first_name: short,
    last_name: short,
    middle_name: short,
    prefix: short,
    suffix: short,
  })
  .refine(
    ({ formatted_name: _, ...parts }) => Object.values(parts).some((part) => part !== undefined && part.trim() !== ""),
    "Give the contact a first name or another part of the name as well.",
  );

const Card = z.object({
  name: Name,
  phones: z
    .array(z.object({ phone: short, wa_id: short, type: short }))
    .max(20)
    .optional(),
  emails: z
    .array(z.object({ email: short, type: short }))
    .max(20)
    .optional(),
  addresses: z
    .array(
      z.object({
        street: short,
        city: short,
        state: short,
        zip: short,
        country: short,
        country_code: short,
        type: short,
      }),
    )
    .max(20)
    .optional(),
  org: z.object({ company: short, department: short, title: short }).optional(),
  urls: z
    .array(z.object({ url: short, type: short }))
    .max(20)
    .optional(),
  birthday: z.iso.date("The birthday should look like 1990-12-31.").optional(),
});

export const ContactsMessage = z.object({
  type: z.literal("contacts"),
  contacts: z
    .array(Card)
    .min(1, "Choose at least one contact.")
    .max(sendLimits.contacts, `At most ${sendLimits.contacts} contacts go into one message.`),
});
