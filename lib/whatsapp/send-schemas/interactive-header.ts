import * as z from "zod";
import { sendLimits } from "@/lib/whatsapp/types";
import { NamedFile, PlainMedia } from "./media";
import { words } from "./words";

export const TextHeader = z.object({ type: z.literal("text"), text: words("The header", sendLimits.header) });

export const MediaHeader = z.discriminatedUnion("type", [
  z.object({ type: z.literal("image"), image: PlainMedia }),
  z.object({ type: z.literal("video"), video: PlainMedia }),
]);

export const InteractiveHeader = z.discriminatedUnion("type", [
  TextHeader,
  ...MediaHeader.options,
  z.object({ type: z.literal("document"), document: NamedFile }),
]);
