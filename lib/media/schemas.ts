import * as z from "zod";
import { mediaTypes } from "@/lib/whatsapp/types";
import { uploadAs } from "./types";

const Facts = z.object({
  type: z.string(),
  sizeBytes: z.int(),
  width: z.int().optional(),
  height: z.int().optional(),
});

/** The query beside the bytes of an upload. */
export const UploadInput = z.object({
  filename: z.string().max(500).nullable().default(null),
  as: z.enum(uploadAs).nullable().default(null),
});

/** A file that can be sent: its id stands where Meta's content wants the id of a medium. */
export const Upload = z.object({
  id: z.uuid(),
  kind: z.enum(mediaTypes),
  type: z.string(),
  sizeBytes: z.int(),
  filename: z.string().nullable(),
  /** Mono Opus in Ogg, small enough: may be sent with `voice: true`. */
  isVoice: z.boolean(),
  /** What was done to it so that WhatsApp takes it. */
  change: z.object({ code: z.enum(["scaled", "converted", "not_a_voice_note"]), from: Facts, to: Facts }).nullable(),
});
