import type { Visitor } from "./visitor";

const always: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  // A link with a token in it must not travel to another site; within ours, `Origin` is built from it.
  ["Referrer-Policy", "same-origin"],
  ["X-Frame-Options", "DENY"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(self), geolocation=(), microphone=(self), payment=(), usb=()"],
];

/** For what is no page of web's, which brings a policy of its own. */
const CLOSED = "default-src 'none'; frame-ancestors 'none'";
const YEAR_SECONDS = 31_536_000;

/** Raw headers (name, value, name, …) to add to an answer that already has those in `present`. */
export function securityHeaders(visitor: Pick<Visitor, "proto">, present: string[] = []): string[] {
  const names = new Set(present.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()));
  const wanted: [string, string][] = [
    ...always,
    ["Content-Security-Policy", CLOSED],
    ...(visitor.proto === "https"
      ? [["Strict-Transport-Security", `max-age=${YEAR_SECONDS}; includeSubDomains`] as [string, string]]
      : []),
  ];
  return wanted.filter(([name]) => !names.has(name.toLowerCase())).flat();
}
