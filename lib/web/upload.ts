/** A file that comes in as the body of a request, bytes and nothing else, so that it can be looked at while it comes. */
import { InvalidError } from "@/lib/errors";
import { receiveUpload } from "@/lib/media";
import { UploadInput } from "@/lib/media/schemas";
import { fieldErrorsOf } from "./field-errors";
import { problemOf } from "./problem";
import { actorOf } from "./session";

/** Answers POST with the upload. */
export async function answerUpload(request: Request): Promise<Response> {
  try {
    const actor = await actorOf(request);
    const { headers } = request;
    const upload = await receiveUpload(actor, {
      ...inputOf(request),
      declaredType: headers.get("content-type"),
      announcedBytes: lengthOf(headers.get("content-length")),
      body: request.body ?? nothing(),
    });
    return Response.json(upload, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemOf(error);
  }
}

function inputOf(request: Request) {
  const result = UploadInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (result.success) return result.data;
  const fields = fieldErrorsOf(result.error);
  throw new InvalidError("Some values do not fit.", { code: "invalid_input", fields });
}

function lengthOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
