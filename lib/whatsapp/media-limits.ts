import type { MediaType } from "./content";

const KIB = 1_024;
const MIB = 1_024 * KIB;

/** What Meta takes as which kind. */
export const mediaLimits: Record<MediaType, { types: readonly string[]; mostBytes: number }> = {
  image: { types: ["image/jpeg", "image/png"], mostBytes: 5 * MIB },
  video: { types: ["video/mp4", "video/3gpp"], mostBytes: 16 * MIB },
  audio: { types: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"], mostBytes: 16 * MIB },
  sticker: { types: ["image/webp"], mostBytes: 500 * KIB },
  document: {
    types: [
      "application/pdf",
      "text/plain",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ],
    mostBytes: 100 * MIB,
  },
};

export const stickerLimits = { side: 512, mostStillBytes: 100 * KIB, mostAnimatedBytes: 500 * KIB } as const;

/** A larger one is shown with a button to download it instead of one to play it. */
export const voiceLimits = { mostBytes: 512 * KIB, type: "audio/ogg" } as const;
