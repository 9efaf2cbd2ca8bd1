import type { MediaType } from "@/lib/whatsapp/types";

export type Facts = { type: string; sizeBytes: number; width?: number; height?: number };

/** What was done to a file so that WhatsApp takes it, for people to know. */
export type Change = { code: "scaled" | "converted" | "not_a_voice_note"; from: Facts; to: Facts };

/** A file as it will be sent. */
export type Treated = {
  bytes: Buffer;
  kind: MediaType;
  type: string;
  isVoice: boolean;
  change: Change | null;
};
