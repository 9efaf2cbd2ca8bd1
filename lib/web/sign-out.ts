import { endSession, sessionCookieNames, sessionIdFromCookie } from "@/lib/auth";
import { problemOf } from "./problem";

/** Ends the session in the database, then in the browser. A plain form may post here; it lands on the sign-in. */
export async function signOut(request: Request): Promise<Response> {
  try {
    const sessionId = await sessionIdFromCookie(request.headers.get("cookie"));
    if (sessionId) await endSession(sessionId);
  } catch (error) {
    return problemOf(error);
  }
  const headers = new Headers({ location: "/sign-in", "cache-control": "no-store" });
  for (const name of sessionCookieNames) {
    const secure = name.startsWith("__Secure-") ? "; Secure" : "";
    headers.append("set-cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  }
  return new Response(null, { status: 303, headers });
}
