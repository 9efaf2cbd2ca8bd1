import { readFileSync } from "node:fs";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/media/route";
import { createApiKey } from "@/lib/auth";
import { openMedia } from "@/lib/media";
import { readOggOpus } from "@/lib/media/voice/ogg-opus";
import { ownerQuery } from "@/test/database";
import { makeTenant, startSession } from "@/test/factories";
import { film, pdf, wholeOf, zip } from "@/test/files";
import { isOnDisk } from "@/test/media";

type Shop = Awaited<ReturnType<typeof makeTenant>>;

let shop: Shop;
let key: string;

beforeAll(async () => {
  shop = await makeTenant();
  key = (await createApiKey(shop.admin, { name: "Sender", role: "admin", scopes: null })).key;
});

type Sent = { bytes: Uint8Array | string; filename?: string; type?: string; as?: string; announced?: number };

async function upload({ bytes, filename, type, as, announced }: Sent, headers?: Record<string, string>) {
  const query = new URLSearchParams({ ...(filename ? { filename } : {}), ...(as ? { as } : {}) });
  const body = Buffer.from(bytes);
  const response = await POST(
    new Request(`http://127.0.0.1:3000/api/v1/media?${query}`, {
      method: "POST",
      body,
      headers: {
        "content-type": type ?? "application/octet-stream",
        "content-length": String(announced ?? body.length),
        ...(headers ?? { authorization: `Bearer ${key}` }),
      },
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { id: string } };
}

const rowsOf = ({ tenantId }: Shop) =>
  ownerQuery<{ id: string; state: string; storage_key: string; type: string }>(
    "select id, state, storage_key, type from uploads where tenant_id = $1",
    [tenantId],
  );

const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, noise: { type: "gaussian", mean: 128, sigma: 60 }, background: "#000" },
  });

describe("a file that WhatsApp takes", () => {
  test.each([
    ["a photo", async () => photo(200, 100).jpeg().toBuffer(), "photo.jpg", "image", "image/jpeg"],
    ["a film", async () => film("avc1"), "film.mp4", "video", "video/mp4"],
    ["a PDF", async () => pdf(), "invoice.pdf", "document", "application/pdf"],
    ["text in a table", async () => Buffer.from("a;b\n1;ü"), "list.csv", "document", "text/plain"],
    ["a Word file", async () => zip("docx"), "letter.docx", "document", expect.stringMatching(/wordprocessingml/)],
  ])("%s comes in as it is, sealed", async (_, bytes, filename, kind, type) => {
    const content = await bytes();
    const { status, body } = await upload({ bytes: content, filename });
    expect([status, body]).toEqual([
      200,
      { id: expect.any(String), kind, type, sizeBytes: content.length, filename, isVoice: false, change: null },
    ]);
    const opened = await openMedia(shop.owner, body.id);
    expect((await wholeOf(opened)).equals(content)).toBe(true);
  });

  test("its name loses folders and what turns the reading direction", async () => {
    const { body } = await upload({ bytes: pdf(), filename: "../..\\\u202eexe.invoice.pdf" });
    expect(body.filename).toBe("exe.invoice.pdf");
  });
});

describe("a picture that WhatsApp would refuse is made to fit, and that is said", () => {
  test("too large: it is scaled", async () => {
    const large = await photo(3_000, 2_500).jpeg({ quality: 100 }).toBuffer();
    expect(large.length).toBeGreaterThan(5 * 1_048_576);
    const { body } = await upload({ bytes: large, filename: "large.jpg" });
    expect(body).toMatchObject({
      kind: "image",
      type: "image/jpeg",
      change: {
        code: "scaled",
        from: { type: "image/jpeg", sizeBytes: large.length, width: 3_000, height: 2_500 },
        to: { type: "image/jpeg", sizeBytes: body.sizeBytes },
      },
    });
    expect(body.sizeBytes).toBeLessThanOrEqual(5 * 1_048_576);
  });

  test.each([
    ["WebP becomes JPEG", () => photo(50, 50).webp().toBuffer(), "image/jpeg"],
    ["WebP that one sees through becomes PNG", () => photo(50, 50).ensureAlpha(0.5).webp().toBuffer(), "image/png"],
    [
      "colours for print become those of screens",
      () => photo(50, 50).toColourspace("cmyk").jpeg().toBuffer(),
      "image/jpeg",
    ],
    ["sixteen bits become eight", () => photo(50, 50).toColourspace("rgb16").png().toBuffer(), "image/jpeg"],
  ])("%s", async (_, made, type) => {
    const { body } = await upload({ bytes: await made() });
    expect(body).toMatchObject({ kind: "image", type, change: { code: "converted" } });
    const picture = await sharp(await wholeOf(await openMedia(shop.owner, body.id))).metadata();
    expect([picture.width, picture.height, picture.depth, picture.space]).toEqual([50, 50, "uchar", "srgb"]);
  });

  test("a picture turned by its camera stays upright", async () => {
    const turned = await photo(2_600, 2_400).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const { body } = await upload({ bytes: turned });
    expect(body).toMatchObject({ change: { code: "scaled", to: { height: expect.any(Number) } } });
    const { to } = body.change as { to: { width: number; height: number } };
    expect(to.height).toBeGreaterThan(to.width);
  });

  test("as a sticker it becomes WebP of 512 by 512 and 100 KB at most", async () => {
    const { body } = await upload({ bytes: await photo(900, 300).png().toBuffer(), as: "sticker" });
    expect(body).toMatchObject({ kind: "sticker", type: "image/webp", change: { to: { width: 512, height: 512 } } });
    expect(body.sizeBytes).toBeLessThanOrEqual(100 * 1_024);
  });
});

describe("a recording", () => {
  const recorded = readFileSync("test/files/voice-note.webm");

  test("of a browser becomes a voice note", async () => {
    const { body } = await upload({ bytes: recorded, type: "audio/webm;codecs=opus", as: "voice" });
    expect(body).toMatchObject({ kind: "audio", type: "audio/ogg", isVoice: true, change: null });
    const bytes = await wholeOf(await openMedia(shop.owner, body.id));
    expect(readOggOpus(bytes)?.packets.length).toBeGreaterThan(30);
  });

  test("that is a voice note already stays one", async () => {
    const first = await upload({ bytes: recorded, as: "voice" });
    const ogg = await wholeOf(await openMedia(shop.owner, first.body.id));
    const { body } = await upload({ bytes: ogg, type: "audio/ogg; codecs=opus", as: "voice" });
    expect(body).toMatchObject({ type: "audio/ogg", isVoice: true, sizeBytes: ogg.length });
  });

  test("of a browser that only knows MP4 goes as a sound file, and that is said", async () => {
    const { body } = await upload({ bytes: film("mp4a"), type: "audio/mp4", as: "voice" });
    expect(body).toMatchObject({
      kind: "audio",
      type: "audio/mp4",
      isVoice: false,
      change: { code: "not_a_voice_note" },
    });
  });
});

describe("what cannot be sent is refused with reason, code and advice, and leaves nothing", () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const heic = Buffer.from("00000018667479706865696300000000686569636d696631", "hex");
  const gif = Buffer.from(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b",
    "hex",
  );
  const wav = Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), Buffer.alloc(30)]);
  const mov = Buffer.from("00000014667479707174202000000000717420200000", "hex");
  const rar = Buffer.from("526172211a0701003392b5e50a010506000501018080", "hex");
  const elf = Buffer.concat([Buffer.from("7f454c4602010100", "hex"), Buffer.alloc(60)]);

  test.each<[string, Sent, string]>([
    ["nothing", { bytes: "", filename: "empty.pdf" }, "file_empty"],
    ["HEIC", { bytes: heic, filename: "IMG_1.HEIC", type: "image/heic" }, "heic_not_taken"],
    ["HEIC that is called JPEG", { bytes: heic, filename: "IMG_1.jpg", type: "image/jpeg" }, "heic_not_taken"],
    ["SVG", { bytes: svg, filename: "logo.svg", type: "image/svg+xml" }, "svg_not_taken"],
    ["SVG that is called PNG", { bytes: svg, filename: "logo.png", type: "image/png" }, "type_not_taken"],
    ["GIF", { bytes: gif, filename: "a.gif" }, "gif_not_taken"],
    ["WAV", { bytes: wav, filename: "a.wav" }, "sound_not_taken"],
    ["QuickTime", { bytes: mov, filename: "a.mov" }, "film_not_taken"],
    ["a film in H.265", { bytes: film("hvc1"), filename: "a.mp4" }, "film_codec_not_taken"],
    ["an archive", { bytes: zip("a.txt"), filename: "a.zip" }, "archive_not_taken"],
    ["another archive", { bytes: rar, filename: "a.rar" }, "archive_not_taken"],
    ["a program", { bytes: elf, filename: "setup.exe" }, "type_not_taken"],
    ["a program behind the ending of a document", { bytes: elf, filename: "invoice.pdf" }, "type_not_taken"],
    ["a Word file behind the ending of a PDF", { bytes: zip("docx"), filename: "letter.pdf" }, "type_mismatch"],
    [
      "a page of HTML behind the ending of a PDF",
      { bytes: "<script>alert(1)</script>", filename: "a.pdf" },
      "type_not_taken",
    ],
    ["half a photo", { bytes: Buffer.from("ffd8ffe000104a4649460001", "hex"), filename: "a.jpg" }, "file_damaged"],
    ["a photo as a voice note", { bytes: heic, as: "voice" }, "heic_not_taken"],
    ["a document as a sticker", { bytes: pdf(), as: "sticker" }, "sticker_not_possible"],
  ])("%s", async (_, sent, code) => {
    const before = await rowsOf(shop);
    const { status, body } = await upload(sent);
    expect([status, body.code]).toEqual([422, code]);
    expect(body).toMatchObject({ title: expect.stringMatching(/.{10,}\./), nextStep: expect.stringMatching(/.{10,}/) });
    expect(await rowsOf(shop)).toEqual(before);
  });

  test("a picture of huge dimensions in a small file", async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(5 * 1_048_576);
    const { body } = await upload({ bytes: bomb, filename: "huge.png" });
    expect(body).toMatchObject({ code: "picture_too_many_pixels", details: { width: 16_000, height: 16_000 } });
  });

  test.each<[string, Sent]>([
    ["a file of 101 MB, before it comes", { bytes: pdf(), filename: "a.pdf", announced: 101 * 1_048_576 }],
    ["a film of 17 MB, after its first bytes", { bytes: film("avc1"), filename: "a.mp4", announced: 17 * 1_048_576 }],
  ])("%s", async (_, sent) => {
    const { status, body } = await upload(sent);
    expect([status, body.code]).toEqual([422, "file_too_large"]);
    expect(body.title).toMatch(/\d+ MB; WhatsApp takes (100|16) MB/);
  });

  test("a file that announces less than it brings is cut off at the limit", async () => {
    const piece = Buffer.alloc(1_048_576, "%PDF-1.7 ");
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(piece);
      },
    });
    const response = await POST(
      new Request("http://127.0.0.1:3000/api/v1/media?filename=a.pdf", {
        method: "POST",
        body: endless,
        headers: { authorization: `Bearer ${key}` },
        duplex: "half",
      } as RequestInit),
    );
    expect([response.status, (await response.json()).code]).toEqual([422, "file_too_large"]);
    expect(given).toBeLessThan(110);
  });

  test("a file whose sender goes away in the middle leaves neither row nor bytes", async () => {
    const before = await rowsOf(shop);
    const breaking = new ReadableStream({
      start(controller) {
        controller.enqueue(pdf());
        setTimeout(() => controller.error(new Error("The line broke.")));
      },
    });
    const response = await POST(
      new Request("http://127.0.0.1:3000/api/v1/media", {
        method: "POST",
        body: breaking,
        headers: { authorization: `Bearer ${key}` },
        duplex: "half",
      } as RequestInit),
    );
    expect((await response.json()).code).toBe("upload_cut_off");
    expect(await rowsOf(shop)).toEqual(before);
  });
});

describe("who", () => {
  test("nobody uploads without a session or a key, and no key without the right to answer", async () => {
    const { key: reader } = await createApiKey(shop.admin, {
      name: "Reader",
      role: "admin",
      scopes: ["conversations.read"],
    });
    expect((await upload({ bytes: pdf() }, {})).status).toBe(401);
    expect((await upload({ bytes: pdf() }, { authorization: `Bearer ${reader}` })).status).toBe(403);
  });

  test("what an agent uploaded opens for themselves and for who sees all, and for nobody of another workspace", async () => {
    const { cookie } = await startSession(shop.agent);
    const { body } = await upload({ bytes: pdf() }, { cookie, "x-workspace": shop.slug });
    const other = await makeTenant();
    for (const actor of [shop.agent, shop.manager])
      expect((await openMedia(actor, body.id)).sizeBytes).toBeGreaterThan(0);
    for (const actor of [shop.agent2, other.owner]) {
      await expect(openMedia(actor, body.id)).rejects.toMatchObject({ kind: "not_found" });
    }
    const [row] = (await rowsOf(shop)).filter(({ id }) => id === body.id);
    expect([row?.state, isOnDisk(row?.storage_key ?? "")]).toEqual(["stored", true]);
  });
});
