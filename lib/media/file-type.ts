import { fileTypeFromBuffer } from "file-type";

export const UNKNOWN_TYPE = "application/octet-stream";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const officeXml = [
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
];
const officeBinary = ["application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"];
const texts = ["text/plain", "text/csv"];

/** What a signature leaves open: here the declared type decides among these. */
const within: Record<string, string[]> = {
  "video/mp4": ["audio/mp4"],
  "video/3gpp": ["audio/3gpp"],
  "application/zip": officeXml,
  "application/x-cfb": officeBinary,
};

const documents = new Set([
  ...officeXml,
  ...officeBinary,
  ...texts,
  "application/pdf",
  "application/zip",
  "application/rtf",
]);
/** SVG is a program as well as a picture. */
const MEDIA = /^(image\/(?!svg)|audio\/|video\/)[a-z0-9.+-]+$/;

/**
 * What the bytes are, whatever anybody said. Only types that no browser runs are named; HTML, SVG, XML, scripts and
 * what is not recognised are bytes.
 */
export async function typeOfBytes(bytes: Uint8Array, declared: string | null): Promise<string> {
  const claimed = bare(declared ?? "");
  const found = await signatureOf(bytes);
  if (found === undefined) return texts.includes(claimed) && isText(bytes) ? claimed : UNKNOWN_TYPE;
  const type = within[found]?.includes(claimed) ? claimed : found;
  return MEDIA.test(type) || documents.has(type) ? type : UNKNOWN_TYPE;
}

/** A file made to confuse the reader of signatures is one that has none. */
async function signatureOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return found && bare(found.mime);
}

function bare(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
