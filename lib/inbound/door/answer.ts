import { acceptWebhook, MOST_WEBHOOK_BYTES } from "./accept";
import { verifySubscription } from "./verify-subscription";

/** The door for a server that speaks `Request` and `Response`; the engine calls `acceptWebhook` itself. */
export async function answerWebhook(request: Request, appKey: string): Promise<Response> {
  const bytes = await readCapped(request);
  const signature = request.headers.get("x-hub-signature-256");
  const { status } = bytes ? await acceptWebhook({ bytes, signature, appKey }) : { status: 413 };
  return new Response(null, { status });
}

export async function answerVerification(request: Request, appKey: string): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { status, body } = await verifySubscription({
    appKey,
    mode: query.get("hub.mode"),
    token: query.get("hub.verify_token"),
    challenge: query.get("hub.challenge"),
  });
  return new Response(body, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  });
}

/** Null when there is more than Meta ever sends: the rest is not read. */
async function readCapped(request: Request): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_WEBHOOK_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
