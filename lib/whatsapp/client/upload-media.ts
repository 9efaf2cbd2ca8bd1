import { randomBytes } from "node:crypto";
import { asText } from "@/lib/whatsapp/webhook/lenient";
import { callGraph, type GraphAccess, segment } from "./call";
import type { GraphResult } from "./result";

export type Upload = {
  /** From its beginning; read once. */
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  sizeBytes: number;
  mimeType: string;
  filename: string;
};

/** Uploads a file for 30 days; the id belongs to the number. */
export async function uploadMedia(
  access: GraphAccess,
  phoneNumberId: string,
  upload: Upload,
): Promise<GraphResult<{ id: string }>> {
  const path = `${segment(phoneNumberId)}/media`;
  return callGraph(access, { method: "POST", path, body: multipart(upload), totalTimeoutMs: 120_000 }, (body) => {
    const id = asText(body.id);
    return id === null ? null : { id };
  });
}

/** Written piece by piece, so that a large file is never in memory whole. */
function multipart({ content, sizeBytes, mimeType, filename }: Upload) {
  const boundary = `parley-${randomBytes(16).toString("hex")}`;
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const type = mimeType.replace(/[\r\n]/g, "");
  const head = Buffer.from(
    `${field("messaging_product", "whatsapp")}${field("type", type)}--${boundary}\r\n` +
      `Content-Disposition: form-data; name="file"; filename="${quoted(filename)}"\r\nContent-Type: ${type}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* pieces() {
    yield head;
    yield* content;
    yield tail;
  }
  return {
    body: pieces(),
    headers: {
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": String(head.length + sizeBytes + tail.length),
    },
  };
}

/** As browsers write a file name in a form. */
function quoted(filename: string): string {
  return filename.replaceAll("\r", "%0D").replaceAll("\n", "%0A").replaceAll('"', "%22");
}
