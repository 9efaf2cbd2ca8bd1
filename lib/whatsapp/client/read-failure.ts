import { HttpFailure } from "@/lib/http";
import { type JsonValue, readMetaError } from "@/lib/whatsapp/types";
import { asObject, asText } from "@/lib/whatsapp/webhook/lenient";
import type { GraphError, GraphFailure, GraphOutcome } from "./result";

const nothing: GraphError = {
  code: null,
  subcode: null,
  title: null,
  message: null,
  details: null,
  isTransient: false,
  httpStatus: null,
  traceId: null,
  transport: null,
};

export type Answer = { status: number; headers: Record<string, string>; body: JsonValue | undefined };

/** No answer. Errors of our own are bugs and go on. */
export function failureOfTransport(error: unknown): GraphFailure {
  if (!(error instanceof HttpFailure)) throw error;
  return {
    ok: false,
    outcome: error.definitelyNotSent ? "not_sent" : "ambiguous",
    error: { ...nothing, message: error.message, isTransient: true, transport: error.code },
  };
}

/** Meta's error envelope; null when the body holds none. */
export function failureOfAnswer({ status, headers, body }: Answer): GraphFailure | null {
  const envelope = asObject(asObject(body)?.error);
  const error = readMetaError(envelope ?? undefined);
  if (!envelope || !error) return null;
  return {
    ok: false,
    outcome: "refused",
    error: {
      ...nothing,
      code: error.code,
      subcode: typeof envelope.error_subcode === "number" ? envelope.error_subcode : null,
      title: asText(envelope.error_user_title) ?? error.title,
      message: asText(envelope.error_user_msg) ?? error.message,
      details: error.details,
      isTransient: envelope.is_transient === true,
      httpStatus: status,
      traceId: asText(envelope.fbtrace_id) ?? traceIdOf(headers),
    },
  };
}

/** An answer that says nothing we can read. */
export function failureOfUnreadable({ status, headers }: Answer, outcome: GraphOutcome): GraphFailure {
  const message = `Meta answered ${status} with a body that could not be read.`;
  const where = { httpStatus: status, traceId: traceIdOf(headers) };
  return { ok: false, outcome, error: { ...nothing, ...where, message, isTransient: true, transport: "unreadable" } };
}

function traceIdOf(headers: Record<string, string>): string | null {
  return headers["x-fb-trace-id"] ?? null;
}
