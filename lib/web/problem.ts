/** The one switch from an error to HTTP: problem details of RFC 9457. */
import { codeOfMessage, DomainError, type ErrorKind, isPassing } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";

const statusOf: Record<ErrorKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  limit_reached: 429,
  refused: 409,
  unavailable: 503,
};

export function problemOf(error: unknown): Response {
  if (error instanceof DomainError) return describe(error);
  const id = newId();
  const passing = isPassing(error);
  log().error({ error, problemId: id }, "A request failed.");
  const body = passing
    ? {
        title: "The database does not answer just now.",
        code: "unavailable",
        status: 503,
        nextStep: "Try again in a moment.",
      }
    : {
        title: "Something went wrong.",
        code: "internal",
        status: 500,
        nextStep: "Try again; if it stays, tell the operator the id.",
      };
  return respond({ type: "about:blank", ...body, id }, body.status, passing ? { "retry-after": "2" } : {});
}

function describe(error: DomainError): Response {
  const status = statusOf[error.kind];
  const headers: Record<string, string> = error.retryAfterSeconds
    ? { "retry-after": String(error.retryAfterSeconds) }
    : {};
  const { message, code, nextStep, details } = error;
  const fields = error.fields?.map((field) => ({ ...field, code: field.code ?? codeOfMessage(field.message) }));
  return respond({ type: "about:blank", title: message, status, code, nextStep, fields, details }, status, headers);
}

function respond(body: Record<string, unknown>, status: number, headers: Record<string, string>): Response {
  return Response.json(body, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
