import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { words } from "./words";

export const TextMessage = z.object({
  type: z.literal("text"),
  text: z.object({ body: words("The message", sendLimits.text), preview_url: z.boolean().optional() }),
});

export const LocationMessage = z.object({
  type: z.literal("location"),
  location: z.object({
    latitude: z
      .number()
      .min(-90, "The latitude lies between -90 and 90.")
      .max(90, "The latitude lies between -90 and 90."),
    longitude: z
      .number()
      .min(-180, "The longitude lies between -180 and 180.")
      .max(180, "The longitude lies between -180 and 180."),
    name: words("The place's name", sendLimits.locationWords).optional(),
    address: words("The address", sendLimits.locationWords).optional(),
  }),
});

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** An empty emoji takes the reaction back. */
export const ReactionMessage = z.object({
  type: z.literal("reaction"),
  reaction: z.object({
    message_id: words("The message's id", 512),
    emoji: z.string().refine(isOneEmojiOrNone, "A reaction is one emoji."),
  }),
});

function isOneEmojiOrNone(value: string): boolean {
  if (value === "") return true;
  return /\p{Emoji}/u.test(value) && Array.from(graphemes.segment(value)).length === 1;
}
