import { typeByName } from "@/lib/media/types";

const UNKNOWN = "application/octet-stream";
const HEAD_BYTES = 64 * 1024;

/** What a signature leaves open: here the browser's word counts, as the server counts it. */
const open: Record<string, RegExp> = {
  "video/mp4": /^audio\/(mp4|x-m4a)$/,
  "application/x-cfb": /^application\/(msword|vnd\.ms-)/,
  "application/zip": /^application\/vnd\.openxmlformats-officedocument/,
};

/** What a file is by its bytes. The server looks again, with the same rule. */
export async function typeOf(file: File): Promise<string> {
  const { fileTypeFromBlob } = await import("file-type");
  const found = (await fileTypeFromBlob(file).catch(() => undefined))?.mime.split(";")[0];
  const claimed = (file.type.split(";")[0] || typeByName(file.name)) ?? "";
  if (found) return open[found]?.test(claimed) ? claimed : found;
  const isText = ["text/plain", "text/csv"].includes(claimed) || typeByName(file.name) === "text/plain";
  return isText && (await holdsNoZero(file)) ? claimed || "text/plain" : UNKNOWN;
}

async function holdsNoZero(file: File): Promise<boolean> {
  return !new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()).includes(0);
}
