import type { OpenMedia } from "@/lib/media";
import { truncate } from "@/lib/text";

/** What a browser may show by itself; all else is saved. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/.+|video\/.+|application\/pdf)$/;

const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "audio/ogg": "ogg",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/amr": "amr",
  "audio/aac": "aac",
  "video/mp4": "mp4",
  "video/3gpp": "3gp",
  "application/pdf": "pdf",
  "text/plain": "txt",
};

/** Whether a file is shown or saved, and under which name: RFC 6266, with the name in ASCII and in full (RFC 8187). */
export function contentDispositionOf({ id, type, filename }: Pick<OpenMedia, "id" | "type" | "filename">): string {
  const name = harmless(filename ?? "") || `file-${id.slice(-8)}.${extensions[type] ?? "bin"}`;
  const ascii = name.replace(/[^\x20-\x7e]|["%\\]/g, "_");
  const full = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `${SHOWN.test(type) ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${full}`;
}

/** Without folders, without what turns the reading direction to hide an ending, and never a hidden file. */
function harmless(filename: string): string {
  const name = filename.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  return truncate(name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "").replace(/^[.\s]+|[.\s]+$/g, ""), 200);
}
