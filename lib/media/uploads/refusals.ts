import { InvalidError } from "@/lib/errors";
import type { FileRefusal, RefusalCode } from "./judge";

type Words = { title: string; nextStep: string };
type Details = Record<string, string | number>;

const megabytes = (bytes: string | number | undefined) => `${Math.round((Number(bytes) / 1_048_576) * 10) / 10} MB`;

const words: Record<RefusalCode, Words | ((details: Details) => Words)> = {
  file_empty: { title: "This file is empty.", nextStep: "Look whether it is the right one and choose it again." },
  file_too_large: ({ sizeBytes, mostBytes }) => ({
    title: `This file has ${megabytes(sizeBytes)}; WhatsApp takes ${megabytes(mostBytes)} of this kind.`,
    nextStep: "Make it smaller, or send a link to it.",
  }),
  file_damaged: { title: "This file is damaged.", nextStep: "Open it where it comes from and save it again." },
  type_not_taken: ({ type }) => ({
    title: `WhatsApp does not take files of this type (${type}).`,
    nextStep: "Save it as a PDF, or send a link to it.",
  }),
  type_mismatch: ({ extension, type }) => ({
    title: `This file is called .${extension}, but it is of the type ${type}.`,
    nextStep: "Give it the name of what it is.",
  }),
  heic_not_taken: {
    title: "WhatsApp does not take HEIC and AVIF pictures.",
    nextStep: "Save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible.",
  },
  svg_not_taken: { title: "WhatsApp does not take SVG pictures.", nextStep: "Save it as PNG." },
  gif_not_taken: {
    title: "WhatsApp does not take GIF pictures.",
    nextStep: "Save a moving one as MP4, a still one as PNG.",
  },
  film_not_taken: ({ type }) => ({
    title: `WhatsApp does not take videos of this type (${type}).`,
    nextStep: "Save it as MP4 with H.264.",
  }),
  film_codec_not_taken: ({ codec }) => ({
    title: `This video is coded as ${codec}, which WhatsApp does not play.`,
    nextStep: "Save it as MP4 with H.264 for the picture and AAC for the sound.",
  }),
  sound_not_taken: ({ type }) => ({
    title: `WhatsApp does not take sound of this type (${type}).`,
    nextStep: "Save it as MP3 or M4A.",
  }),
  archive_not_taken: {
    title: "WhatsApp does not take archives.",
    nextStep: "Send the files in it one by one, or a link to it.",
  },
  picture_too_many_pixels: ({ width, height }) => ({
    title: `This picture has ${width} × ${height} pixels, too many to be worked on.`,
    nextStep: "Make it smaller: 8,000 pixels on the longer side are plenty.",
  }),
  sticker_not_possible: {
    title: "Only a JPEG, PNG or WebP picture can become a sticker.",
    nextStep: "Choose such a picture.",
  },
  sticker_too_large: {
    title: "This moving sticker is larger than the 500 KB that WhatsApp takes.",
    nextStep: "Use fewer or simpler frames.",
  },
};

/** The refusal of a file as an error: reason, code and advice. */
export function refusalError({ code, details = {} }: FileRefusal): InvalidError {
  const found = words[code];
  const { title, nextStep } = typeof found === "function" ? found(details) : found;
  return new InvalidError(title, { code, nextStep, details });
}
