import type { MediaType } from "./content";

const KB = 1_000;
const MB = 1_000_000;

/** What a send may hold at most: characters as JavaScript counts them, list entries, bytes. */
export const sendLimits = {
  text: 4_096,
  caption: 1_024,
  filename: 240,
  contacts: 257,
  callbackData: 512,
  locationWords: 1_000,
  header: 60,
  body: 1_024,
  listBody: 4_096,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  displayText: 20,
  flowCta: 20,
  url: 2_000,
  callTtlMinutes: 43_200,
  products: 30,
  cardsMin: 2,
  cardsMax: 10,
  cardBody: 160,
  templateName: 512,
  templateButtons: 10,
} as const;

export type MediaLimit = { maxBytes: number; mimeTypes: readonly string[] };

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** What Meta takes as an attachment of each kind. */
export const mediaLimits: Record<MediaType, MediaLimit> = {
  image: { maxBytes: 5 * MB, mimeTypes: ["image/jpeg", "image/png"] },
  video: { maxBytes: 16 * MB, mimeTypes: ["video/mp4", "video/3gpp"] },
  audio: { maxBytes: 16 * MB, mimeTypes: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"] },
  document: {
    maxBytes: 100 * MB,
    mimeTypes: [
      "text/plain",
      "application/pdf",
      "application/msword",
      "application/vnd.ms-excel",
      "application/vnd.ms-powerpoint",
      `${OFFICE}.wordprocessingml.document`,
      `${OFFICE}.spreadsheetml.sheet`,
      `${OFFICE}.presentationml.presentation`,
    ],
  },
  sticker: { maxBytes: 500 * KB, mimeTypes: ["image/webp"] },
};

export const staticStickerMaxBytes = 100 * KB;

/** Above this a voice note is shown as a file, without the play button. */
export const voiceNoteMaxBytes = 512 * KB;

/** Inbound; larger files never come. */
export const inboundMediaMaxBytes = 100 * MB;

/** Meta's paces: messages a second for a number, and one every six seconds to one person with bursts of up to 45. */
export const paceLimits = { numberPerSecond: 80, pairIntervalMs: 6_000, pairBurst: 45 } as const;

export const serviceWindowMs = 24 * 60 * 60 * 1_000;

/** A reaction or a quote of an older message is refused or not shown. */
export const quotableForMs = 30 * 24 * 60 * 60 * 1_000;
