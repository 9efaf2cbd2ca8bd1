import { PrivateAddress } from "./guarded-lookup";
import { failureOf, type HttpFailure, type HttpFailureCode } from "./http-failure";

const codes: Record<string, HttpFailureCode> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  ECONNREFUSED: "connect",
  ENETUNREACH: "connect",
  EHOSTUNREACH: "connect",
  EADDRNOTAVAIL: "connect",
  ETIMEDOUT: "connect_timeout",
  UND_ERR_CONNECT_TIMEOUT: "connect_timeout",
  EPROTO: "tls",
  ECONNRESET: "reset",
  EPIPE: "reset",
  UND_ERR_SOCKET: "reset",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "reset",
  UND_ERR_HEADERS_OVERFLOW: "too_large",
};

const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** What undici or Node threw, in our words. `started`: bytes of the request may have left. */
export function classify(error: unknown, host: string, started: boolean): HttpFailure {
  const code = codeOf(error);
  return failureOf(code === "reset" && !started ? "connect" : code, host, started, error);
}

function codeOf(error: unknown): HttpFailureCode {
  if (error instanceof PrivateAddress) return "forbidden_address";
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && error.name === "HTTPParserError") return "protocol";
  if (TLS.test(code)) return "tls";
  return codes[code] ?? "network";
}
