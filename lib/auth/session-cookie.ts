import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isUuid } from "@/lib/ids";
import { derivedKey } from "@/lib/vault";

const secureName = "__Secure-next-auth.session-token";
const plainName = "next-auth.session-token";

/** next-auth's names: the first over https, the second without. */
export const sessionCookieNames = [secureName, plainName] as const;

/** Over https a plain name could have been set by whoever answers on the same host without it. */
function nameInUse(): string {
  return env().NEXTAUTH_URL?.startsWith("https://") ? secureName : plainName;
}

/** The secret that next-auth seals its cookie with. */
export function sessionSecret(): string {
  return env().NEXTAUTH_SECRET ?? derivedKey("session-cookie").toString("base64");
}

/** The session's id from a `Cookie` header; null when there is none, or none that we sealed. */
export async function sessionIdFromCookie(cookieHeader: string | null | undefined): Promise<string | null> {
  const jar = new Map(
    (cookieHeader ?? "").split(";").map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
  const token = jar.get(nameInUse());
  return token ? sessionIdFromToken(token) : null;
}

async function sessionIdFromToken(token: string): Promise<string | null> {
  try {
    const payload = await decode({ token, secret: sessionSecret() });
    return isUuid(payload?.sid) ? payload.sid : null;
  } catch {
    return null;
  }
}
