/** Small real files for the demo: a picture and a page, made here so that nothing has to be shipped. */
import { crc32, deflateSync } from "node:zlib";

/** A PNG of soft diagonal colours; `hue` tells pictures apart. */
export function pictureBytes(hue: number, width = 480, height = 320): Buffer {
  const row = 1 + width * 3;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const shade = (x / width + y / height) / 2;
      const ring = Math.hypot(x - width / 2, y - height / 2) < height / 4 ? 0.82 : 1;
      const at = y * row + 1 + x * 3;
      pixels[at] = Math.round((150 + 90 * Math.sin(hue + shade * 2)) * ring);
      pixels[at + 1] = Math.round((150 + 80 * Math.sin(hue + 2 + shade * 2)) * ring);
      pixels[at + 2] = Math.round((150 + 80 * Math.sin(hue + 4 + shade * 2)) * ring);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "ascii"), body]);
  const framed = Buffer.alloc(8 + typed.length);
  framed.writeUInt32BE(body.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), 4 + typed.length);
  return framed;
}

/** A PDF of one page with one line of Latin text. */
export function pageBytes(line: string): Buffer {
  const safe = line.replace(/[^\x20-\x7e]|[()\\]/g, "");
  const stream = `BT /F1 18 Tf 72 720 Td (${safe}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, "latin1");
}
