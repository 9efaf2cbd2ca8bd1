import { findUser, sessionIdFromCookie, signIn } from "@/lib/auth";
import { problemOf } from "./problem";
import { requesterOf } from "./requester";

/**
 * What next-auth asks at a sign-in. The session of the cookie that comes along ends: the browser is about to forget it.
 * @throws {Error} whose message next-auth shows to the visitor, so it is a code: `too_many_attempts:120`
 */
export async function startSession(
  credentials: Record<"email" | "password", string> | undefined,
  headers: Headers,
): Promise<{ id: string; locale: string }> {
  const { email, password } = credentials ?? {};
  try {
    const earlier = await sessionIdFromCookie(headers.get("cookie"));
    const typed = { email: String(email ?? ""), password: String(password ?? "") };
    const { sessionId, userId } = await signIn(typed, requesterOf(headers), earlier);
    return { id: sessionId, locale: (await findUser(userId)).locale };
  } catch (error) {
    const problem = problemOf(error);
    const { code }: { code: string } = await problem.json();
    throw new Error(`${code}:${problem.headers.get("retry-after") ?? ""}`);
  }
}
