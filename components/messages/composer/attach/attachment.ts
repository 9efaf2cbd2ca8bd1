import type { ProblemError, Uploaded } from "@/components/api";
import type { OutgoingContent } from "@/components/messages/outgoing/outgoing";
import type { FileRefusal, UploadAs } from "@/lib/media/types";
import type { Message } from "@/lib/messages/types";
import type { MediaType } from "@/lib/whatsapp/types";

/** A file that was chosen and not sent yet. */
export type Attachment = {
  id: string;
  conversationId: string;
  file: File;
  as: UploadAs | null;
  /** As what it will go, as soon as that is known. */
  kind: MediaType | null;
  caption: string;
  /** Of a picture or film, from the file itself. */
  previewUrl: string | null;
  state: "looking" | "refused" | "uploading" | "uploaded" | "failed";
  /** How much of it the server has, from 0 to 1. */
  done: number;
  refusal: FileRefusal | null;
  problem: ProblemError | null;
  upload: Uploaded | null;
  /** Set once it was sent: it goes when it is uploaded, and those behind it wait for it. */
  leaving: { quoted: Message["quoted"] } | null;
};

const captioned: readonly (MediaType | null)[] = ["image", "video", "document"];

export function takesCaption({ kind }: Pick<Attachment, "kind">): boolean {
  return captioned.includes(kind);
}

/** The message that carries an uploaded file. */
export function contentOf(attachment: Pick<Attachment, "caption" | "as">, upload: Uploaded): OutgoingContent {
  const { kind, id, filename, isVoice } = upload;
  const caption = attachment.caption.trim();
  return {
    type: kind,
    [kind]: {
      id,
      ...(caption !== "" && takesCaption(upload) ? { caption } : {}),
      ...(kind === "document" && filename ? { filename } : {}),
      ...(attachment.as === "voice" && isVoice ? { voice: true } : {}),
    },
  };
}
