import { harmlessName, type OpenMedia } from "@/lib/media";

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
  const name = harmlessName(filename ?? "") || `file-${id.slice(-8)}.${extensions[type] ?? "bin"}`;
  const ascii = name.replace(/[^\x20-\x7e]|["%\\]/g, "_");
  const full = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `${SHOWN.test(type) ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${full}`;
}
