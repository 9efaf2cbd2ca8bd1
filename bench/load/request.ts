import { createHmac } from "node:crypto";

export type App = { key: string; secret: string };

/** A webhook's POST as it goes over the wire, signed as Meta signs. */
export function webhookRequest(app: App, body: Buffer): Buffer {
  const signature = createHmac("sha256", app.secret).update(body).digest("hex");
  const head = [
    `POST /api/whatsapp/webhook/${app.key} HTTP/1.1`,
    "Host: 127.0.0.1",
    "User-Agent: facebookexternalua",
    "Accept: */*",
    "Content-Type: application/json",
    `X-Hub-Signature-256: sha256=${signature}`,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), body]);
}
