/** Structured logs on stdout. Deny by default: bodies, tokens and names of people have no place in a log line. */
import pino from "pino";
import { env } from "@/lib/env";

const hidden = ["token", "secret", "password", "authorization", "cookie", "body", "text", "phone", "email"];

function create() {
  return pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...hidden, ...hidden.map((key) => `*.${key}`)], censor: "[hidden]" },
    serializers: { error: describeError },
  });
}

/** Keeps what finds a bug (name, code, stack) and drops what a driver adds: the query and its parameters. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const driver = error.name === "DrizzleQueryError" || "query" in error;
  const code = (error as Error & { code?: unknown }).code;
  return {
    name: error.name,
    message: driver ? "A query failed." : error.message,
    ...(code === undefined ? {} : { code }),
    stack: driver
      ? error.stack
          ?.split("\n")
          .filter((line) => line.startsWith("    at "))
          .join("\n")
      : error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

let logger: ReturnType<typeof create> | undefined;

export function log() {
  logger ??= create();
  return logger;
}
