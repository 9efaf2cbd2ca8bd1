export type HttpFailureCode =
  | "forbidden_url"
  | "forbidden_address"
  | "dns"
  | "connect"
  | "connect_timeout"
  | "tls"
  | "timeout"
  | "reset"
  | "redirect"
  | "too_large"
  | "protocol"
  | "network";

/**
 * No usable answer. `definitelyNotSent` is true only when not a byte of the request was written; after that nobody
 * knows whether the other side acted on it. The message names the host, never the path, which may hold secrets.
 */
export class HttpFailure extends Error {
  readonly code: HttpFailureCode;
  readonly definitelyNotSent: boolean;

  constructor(code: HttpFailureCode, message: string, options: { definitelyNotSent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "HttpFailure";
    this.code = code;
    this.definitelyNotSent = options.definitelyNotSent;
  }
}

const words: Record<HttpFailureCode, string> = {
  forbidden_url: "may not be called",
  forbidden_address: "leads into a private network",
  dns: "has no address",
  connect: "refuses the connection",
  connect_timeout: "did not accept the connection in time",
  tls: "has no valid certificate or does not speak TLS",
  timeout: "did not answer in time",
  reset: "closed the connection before it answered",
  redirect: "answered with a redirect",
  too_large: "answered with more than is allowed",
  protocol: "did not answer in HTTP",
  network: "could not be reached",
};

export function failureOf(code: HttpFailureCode, host: string, started: boolean, cause?: unknown): HttpFailure {
  return new HttpFailure(code, `${host} ${words[code]}.`, { definitelyNotSent: !started, cause });
}
