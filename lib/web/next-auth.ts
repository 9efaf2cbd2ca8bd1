import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { endSession, SESSION_MS, sessionSecret } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { keptLocale } from "./kept-locale";
import { problemOf } from "./problem";
import { startSession } from "./start-session";

/**
 * The cookie holds the id of a session row and nothing else: whether that still stands, and what its user may do, is
 * asked of the database on every request.
 */
function options(onSignedIn: (member: { locale: string }) => void): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_MS / SECOND },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials, request) => {
          const member = await startSession(credentials, new Headers(request.headers));
          onSignedIn(member);
          return member;
        },
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

type Context = { params: Promise<{ nextauth: string[] }> };

export async function authHandler(request: Request, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  // Where its client would report errors: anybody could write into our log.
  if (action === "_log") return problemOf(new NotFoundError("page"));
  let locale: string | null = null;
  const onSignedIn = (member: { locale: string }) => {
    locale = member.locale;
  };
  const answer: Response = await NextAuth(options(onSignedIn))(request, context);
  // A new device speaks the member's language from its first page on.
  if (locale) answer.headers.append("set-cookie", keptLocale(locale));
  return answer;
}
