import { InvalidError, LimitReachedError } from "@/lib/errors";

const MOST_BODY_BYTES = 1024 * 1024;

/** The JSON object in a request's body; an empty body is an empty object. */
export async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readCapped(request);
  if (text === "") return {};
  // A form of another site cannot send this content type without asking first.
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new InvalidError("The body should be JSON.", {
      code: "not_json",
      nextStep: "Set Content-Type: application/json.",
    });
  }
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === "object" && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch {
    // Falls through to the same answer.
  }
  throw new InvalidError("The body should be a JSON object.", { code: "not_json" });
}

async function readCapped(request: Request): Promise<string> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > MOST_BODY_BYTES)
      throw new LimitReachedError("The body is larger than 1 MiB.", { code: "body_too_large" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
