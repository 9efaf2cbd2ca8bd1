import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy } from "@/lib/web/content-security-policy";

/** Each page gets a nonce of its own; Next puts it on its scripts, as it finds it in the request's policy. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    nonce,
    host: request.headers.get("x-forwarded-host") ?? request.headers.get("host"),
    development: env().NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: "/((?!api/|_next/static/|healthz$|icon\\.svg$|favicon\\.ico$).*)",
};
