import { type MediaType, mediaLimits } from "@/lib/whatsapp/types";

/** A file as it was chosen or came: `type` is sniffed, `filename` is what its owner calls it. */
export type Candidate = {
  type: string;
  sizeBytes: number;
  filename: string | null;
  as: UploadAs | null;
};

/** What it is wanted as, where its type leaves a choice. */
export const uploadAs = ["sticker", "voice"] as const;
export type UploadAs = (typeof uploadAs)[number];

export const refusalCodes = [
  "file_empty",
  "file_too_large",
  "file_damaged",
  "type_not_taken",
  "type_mismatch",
  "heic_not_taken",
  "svg_not_taken",
  "gif_not_taken",
  "film_not_taken",
  "film_codec_not_taken",
  "sound_not_taken",
  "archive_not_taken",
  "picture_too_many_pixels",
  "sticker_not_possible",
  "sticker_too_large",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type FileRefusal = { code: RefusalCode; details?: Record<string, string | number> };

/** `fit` and the like: what has to be looked at, and perhaps done, before it can be sent. */
export type Judgement = {
  kind: MediaType;
  /** As Meta names it. */
  type: string;
  treatment: "none" | "fitPicture" | "makeSticker" | "makeVoice" | "checkOgg" | "checkFilm";
};

export const mostUploadBytes = mediaLimits.document.mostBytes;
/** Pictures are scaled down, so they may be larger before. */
const MOST_PICTURE_BYTES = 50 * 1_048_576;

const pictures = ["image/jpeg", "image/png", "image/webp"];
/** Names of one format, by Meta's name for it. */
const aliases: Record<string, string> = {
  "audio/x-m4a": "audio/mp4",
  "audio/opus": "audio/ogg",
  "text/csv": "text/plain",
};
const recordings = ["video/webm", "audio/webm", "audio/ogg", "audio/mp4", "video/mp4"];

/** What a file can be sent as under Meta's limits, or why it cannot. Asked before an upload and after. */
export function judgeFile(candidate: Candidate): Judgement | FileRefusal {
  const { sizeBytes, as } = candidate;
  const type = aliases[candidate.type] ?? candidate.type;
  if (sizeBytes === 0) return { code: "file_empty" };
  if (sizeBytes > mostUploadBytes) return tooLarge(sizeBytes, mostUploadBytes);
  const found = as === "sticker" ? asSticker(type) : as === "voice" ? asVoice(type) : asItIs(type);
  if (!found) return { code: codeOf({ ...candidate, type }), details: { type } };
  const extension = extensionOf(candidate.filename);
  if (as === null && contradicts(extension, found)) return { code: "type_mismatch", details: { extension, type } };
  const mostBytes = pictures.includes(type) ? MOST_PICTURE_BYTES : mediaLimits[found.kind].mostBytes;
  return sizeBytes > mostBytes ? tooLarge(sizeBytes, mostBytes) : found;
}

/** Files that have to be looked into come into memory whole. */
export const mostTreatedBytes = MOST_PICTURE_BYTES;

export function isRefusal(outcome: Judgement | FileRefusal): outcome is FileRefusal {
  return "code" in outcome;
}

function tooLarge(sizeBytes: number, mostBytes: number): FileRefusal {
  return { code: "file_too_large", details: { sizeBytes, mostBytes } };
}

function asSticker(type: string): Judgement | null {
  return pictures.includes(type) ? { kind: "sticker", type: "image/webp", treatment: "makeSticker" } : null;
}

function asVoice(type: string): Judgement | null {
  return recordings.includes(type) ? { kind: "audio", type, treatment: "makeVoice" } : asItIs(type);
}

function asItIs(type: string): Judgement | null {
  if (pictures.includes(type)) return { kind: "image", type, treatment: "fitPicture" };
  const kind = (["video", "audio", "document"] as const).find((each) => mediaLimits[each].types.includes(type));
  if (!kind) return null;
  const treatment = type === "audio/ogg" ? "checkOgg" : type === "video/mp4" ? "checkFilm" : "none";
  return { kind, type, treatment };
}

const archives = new Set(["zip", "rar", "7z", "tar", "gz", "tgz"]);

/** The refusal that has the best advice for this type. */
function codeOf({ type, filename, as }: Candidate): RefusalCode {
  if (as === "sticker") return "sticker_not_possible";
  if (/^image\/(hei[cf]|avif)/.test(type)) return "heic_not_taken";
  if (type === "image/svg+xml" || extensionOf(filename) === "svg") return "svg_not_taken";
  if (type === "image/gif") return "gif_not_taken";
  if (type.startsWith("video/")) return "film_not_taken";
  if (type.startsWith("audio/")) return "sound_not_taken";
  if (type === "application/zip" || archives.has(extensionOf(filename))) return "archive_not_taken";
  return "type_not_taken";
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const extensions: Record<string, string> = {
  jpg: "image",
  jpeg: "image",
  png: "image",
  webp: "image",
  gif: "image",
  mp4: "video",
  "3gp": "video",
  mp3: "audio",
  m4a: "audio",
  aac: "audio",
  amr: "audio",
  ogg: "audio",
  opus: "audio",
  pdf: "application/pdf",
  txt: "text/plain",
  csv: "text/plain",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
};

/** Lower case; empty when there is none. */
function extensionOf(filename: string | null): string {
  return /\.([a-z0-9]{1,8})$/i.exec(filename?.trim() ?? "")?.[1]?.toLowerCase() ?? "";
}

/** A name that promises another thing than the file holds misleads whoever opens it. */
function contradicts(extension: string, { kind, type }: Judgement): boolean {
  const promised = extensions[extension];
  if (promised === undefined || promised === type || promised === kind) return false;
  // An `.mp4` may hold sound alone.
  return !(promised === "video" && kind === "audio");
}

/** The type that a name promises, where nothing else is known; for what has no signature. */
export function typeByName(filename: string | null): string | null {
  const promised = extensions[extensionOf(filename)];
  return promised?.includes("/") ? promised : null;
}
