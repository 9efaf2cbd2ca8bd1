/** Small files of several kinds, made here so that none has to be kept. */
import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import type { OpenMedia } from "@/lib/media";

export async function wholeOf({ read, sizeBytes }: OpenMedia): Promise<Buffer> {
  return Buffer.concat(await Readable.from(read({ start: 0, end: sizeBytes - 1 })).toArray());
}

export function pdf(words = "Hello"): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${words}\n%%EOF\n`);
}

/** An MP4 with one track of a codec and nothing to play. */
export function film(codec: string): Buffer {
  const entry = box(codec, Buffer.alloc(8));
  const table = box("stsd", Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), entry]));
  const tracks = box("trak", box("mdia", box("minf", box("stbl", table))));
  const kind = box("ftyp", Buffer.from("isom\0\0\0\0isomiso2mp41", "latin1"));
  return Buffer.concat([kind, box("mdat", Buffer.alloc(64)), box("moov", tracks)]);
}

function box(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A zip with one file in it; as `docx`, what makes it a Word file. */
export function zip(what: string): Buffer {
  const isWord = what === "docx";
  const name = Buffer.from(isWord ? "[Content_Types].xml" : what);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const plain = Buffer.from(isWord ? `<Types><Override ContentType="${type}"/></Types>` : "words");
  const body = deflateRawSync(plain);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(plain.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name, body]);
}
