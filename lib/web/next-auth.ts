import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession, SESSION_MS, sessionSecret, signIn } from "@/lib/auth";
import { isUuid } from "@/lib/ids";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { problemOf } from "./problem";
import { requesterOf } from "./requester";

/**
 * The cookie holds the id of a session row and nothing else: whether that still stands, and what its user may do, is
 * asked of the database on every request.
 */
function options(): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MS / SECOND },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => startSession(credentials, new Headers(request.headers)),
      }),
    ],
    callbacks: {
      // Nothing that a client sends to update a session is taken over.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (isUuid(token?.sid)) await endSession(token.sid);
      },
    },
    logger: {
      error: (code) => log().warn({ code }, "next-auth refused something."),
      warn: (code) => log().debug({ code }, "next-auth warns."),
      debug: () => undefined,
    },
  };
}

/** next-auth shows the message of what is thrown here to the visitor, so it is a code: `too_many_attempts:120`. */
async function startSession(credentials: Record<"email" | "password", string> | undefined, headers: Headers) {
  const { email, password } = credentials ?? {};
  try {
    const from = requesterOf(headers);
    const { sessionId } = await signIn({ email: String(email ?? ""), password: String(password ?? "") }, from);
    return { id: sessionId };
  } catch (error) {
    const problem = problemOf(error);
    const { code }: { code: string } = await problem.json();
    throw new Error(`${code}:${problem.headers.get("retry-after") ?? ""}`);
  }
}

type Context = { params: Promise<{ nextauth: string[] }> };

export async function authHandler(request: Request, context: Context): Promise<Response> {
  return NextAuth(options())(request, context);
}
