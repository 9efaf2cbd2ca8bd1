import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { typeOfFile } from "./file-type";

const typeOfBytes = (bytes: Uint8Array, declared: string | null) =>
  typeOfFile(async function* () {
    yield bytes;
  }, declared);

const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
const mp4 = Buffer.from("00000018667479706d703432000000006d70343269736f6d", "hex");
const oldWord = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const BYTES = "application/octet-stream";

test.each([
  ["a picture", png, "image/png", "image/png"],
  ["a picture that is declared a page", png, "text/html", "image/png"],
  ["a PDF that is declared a picture", Buffer.from("%PDF-1.7\n1 0 obj"), "image/png", "application/pdf"],
  ["a voice note in Ogg", oggOpus(), "audio/ogg; codecs=opus", "audio/ogg"],
  ["sound alone in an MP4", mp4, "audio/mp4", "audio/mp4"],
  ["a film", mp4, "video/mp4", "video/mp4"],
  ["a film that is declared a page", mp4, "text/html", "video/mp4"],
  ["an old Word file", oldWord, "application/msword", "application/msword"],
  ["text", Buffer.from("Grüße, 你好"), "text/plain", "text/plain"],
  ["text with parameters in its type", Buffer.from("a,b"), "text/csv; charset=utf-8", "text/csv"],
])("%s is known for what it is", async (_, bytes, declared, type) => {
  expect(await typeOfBytes(bytes, declared)).toBe(type);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test.each([
  ["HTML", "<!doctype html><script>alert(1)</script>", "text/html"],
  ["SVG", svg, "image/svg+xml"],
  ["SVG with an XML head", `<?xml version="1.0"?>${svg}`, "image/svg+xml"],
  ["a script", "alert(1)", "text/javascript"],
  ["XML", '<?xml version="1.0"?><a/>', "application/xml"],
  ["a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "text/calendar"],
  ["text declared a picture", "not a picture", "image/png"],
  ["text of which nothing is said", "hello", null],
  ["bytes declared text", Buffer.from([0x66, 0xff, 0xfe, 0x00]), "text/plain"],
  ["nothing", "", "image/png"],
])("%s is only bytes", async (_, content, declared) => {
  expect(await typeOfBytes(Buffer.from(content as string), declared)).toBe(BYTES);
});

test("an archive with a hostile length inside has no type, and does no harm", async () => {
  const name = Buffer.from("[Content_Types].xml");
  const body = deflateRawSync(Buffer.alloc(1_000));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(body.length, 18);
  head.writeUInt32LE(0xffffffff, 22);
  head.writeUInt16LE(name.length, 26);
  const type = await typeOfBytes(Buffer.concat([head, name, body]), "text/html");
  expect([BYTES, "application/zip"]).toContain(type);
});

function oggOpus(): Buffer {
  const page = Buffer.alloc(28);
  page.write("OggS", 0, "ascii");
  page[5] = 2;
  page[26] = 1;
  page[27] = 19;
  return Buffer.concat([page, Buffer.from("OpusHead"), Buffer.alloc(11)]);
}
