import { Readable } from "node:stream";
import { fileTypeFromBuffer, fileTypeFromStream } from "file-type";

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

/** Gives a file from its beginning, as often as it is asked for. */
export type ReadFile = () => AsyncIterable<Uint8Array>;

/**
 * What the bytes are, whatever anybody said. Only types that no browser runs are named; HTML, SVG, XML, scripts and
 * what is not recognised are bytes. No more is read than it takes to tell.
 */
export async function typeOfFile(read: ReadFile, declared: string | null): Promise<string> {
  const claimed = bareType(declared ?? "");
  const found = await signatureOf(read);
  if (found === undefined) return texts.includes(claimed) && (await isText(read)) ? claimed : UNKNOWN_TYPE;
  const type = within[found]?.includes(claimed) ? claimed : found;
  return MEDIA.test(type) || documents.has(type) ? type : UNKNOWN_TYPE;
}

/** Without parameters: `audio/ogg; codecs=opus` is `audio/ogg`. */
export function bareType(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

const HEAD_BYTES = 64 * 1024;
/** Told from one another by what stands further in. */
const unfinished = new Set([undefined, "application/zip"]);

async function signatureOf(read: ReadFile): Promise<string | undefined> {
  const found = await noneIfHostile(fileTypeFromBuffer(await headOf(read)));
  if (!unfinished.has(found)) return found;
  const source = Readable.from(read(), { objectMode: false });
  const whole = await noneIfHostile(fileTypeFromStream(Readable.toWeb(source) as ReadableStream<Uint8Array>));
  source.destroy();
  return whole ?? found;
}

/** A file made to confuse the reader of signatures is one that has none. */
async function noneIfHostile(reading: Promise<{ mime: string } | undefined>): Promise<string | undefined> {
  const found = await reading.catch(() => undefined);
  return found && bareType(found.mime);
}

async function headOf(read: ReadFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of read()) {
    parts.push(part);
    size += part.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

async function isText(read: ReadFile): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of read()) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
