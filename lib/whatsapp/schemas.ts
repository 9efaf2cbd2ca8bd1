/** What may be sent, checked against Meta's limits before it leaves, and what a message is in short. Needs no Node code. */
import * as z from "zod";
import { gistKinds } from "./gist";
import { ContactsMessage } from "./send-schemas/contacts";
import { InteractiveMessage } from "./send-schemas/interactive";
import { AudioMessage, DocumentMessage, ImageMessage, StickerMessage, VideoMessage } from "./send-schemas/media";
import { LocationMessage, ReactionMessage, TextMessage } from "./send-schemas/simple";
import { TemplateMessage } from "./send-schemas/template";

/** The content of a message we send, in Meta's shapes; errors are sentences for the person who wrote it. */
export const SendContent = z.discriminatedUnion("type", [
  TextMessage,
  ImageMessage,
  VideoMessage,
  AudioMessage,
  DocumentMessage,
  StickerMessage,
  LocationMessage,
  ContactsMessage,
  ReactionMessage,
  InteractiveMessage,
  TemplateMessage,
]);
export type SendContent = z.infer<typeof SendContent>;

/** What a message without words of its own is; null where the text beside it is what somebody wrote. */
export const MessageGist = z
  .object({ kind: z.enum(gistKinds), name: z.string().optional(), count: z.number().int().optional() })
  .nullable();
