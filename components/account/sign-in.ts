import { ProblemError } from "@/components/api/problem";
import { reach } from "./post-json";

/**
 * Signs in through next-auth, which sets the cookie.
 * @throws {ProblemError} with `code`, and `details.retryAfterSeconds` when there were too many attempts
 */
export async function signIn(email: string, password: string): Promise<void> {
  const { csrfToken } = (await (await reach("/api/auth/csrf")).json()) as { csrfToken: string };
  const response = await reach("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: "/", json: "true" }),
  });
  if (response.ok) return;
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  throw problemIn(url, response.status);
}

/** next-auth says what was wrong in a URL: `…?error=too_many_attempts:120`. */
function problemIn(url: string | undefined, status: number): ProblemError {
  const error = url ? new URL(url, location.origin).searchParams.get("error") : null;
  const [code = "internal", seconds] = (error ?? "internal").split(":");
  return new ProblemError({ title: code, code, status, details: { retryAfterSeconds: Number(seconds) || undefined } });
}
