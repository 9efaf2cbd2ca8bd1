import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { UnauthenticatedError } from "@/lib/errors";
import { consumeWithin, giveBackWithin, networkOf } from "@/lib/limits";
import { log } from "@/lib/log";
import { createSession } from "./create-session";
import { Email } from "./email";
import { endSessionWithin } from "./end-session";
import { auditAccount } from "./memberships";
import { passwordFits } from "./password";
import { MOST_CHARACTERS } from "./password-rule";
import { inetOf, type Requester } from "./requester";

/**
 * Starts a session, in place of the one that the browser had, if any.
 * @throws {UnauthenticatedError} the same for an unknown account and a wrong password
 * @throws {LimitReachedError} with the seconds to wait
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: Requester,
  replacedSessionId?: string | null,
): Promise<{ sessionId: string; userId: string }> {
  const userId = await checkCredentials(credentials, from);
  const sessionId = await withSystem(async (tx) => {
    if (replacedSessionId) await endSessionWithin(tx, replacedSessionId);
    return createSession(tx, userId, from);
  });
  await auditAccount(userId, { action: "session.started", ip: inetOf(from), userAgent: from.userAgent });
  return { sessionId, userId };
}

/**
 * Who the e-mail address and password belong to; counts failures by account and address. From where the account was
 * signed in lately the account's own limit does not hold, so that guessers elsewhere lock nobody out.
 */
export async function checkCredentials(
  { email: typed, password }: { email: string; password: string },
  from: Requester,
): Promise<string> {
  const email = Email.safeParse(typed).data;
  if (!email || password.length > MOST_CHARACTERS * 2) throw wrongCredentials();
  const { user, keys } = await withSystem(async (tx) => {
    const [row] = await tx
      .select({ id: users.id, passwordHash: users.passwordHash, isFamiliar: usedLatelyFrom(from) })
      .from(users)
      .where(eq(users.email, email));
    const counted = [
      ["signInAddress", from.address],
      ...(row?.isFamiliar ? [] : [["signInAccount", email] as const]),
      ["signInPair", email, from.address],
    ] as const;
    for (const [name, ...parts] of counted) await consumeWithin(tx, name, ...parts);
    return { user: row, keys: counted };
  });
  const fits = await passwordFits(password, user?.passwordHash ?? null);
  if (!fits || !user) {
    log().warn({ userId: user?.id ?? null, address: from.address }, "A sign-in failed.");
    throw wrongCredentials();
  }
  await withSystem(async (tx) => {
    for (const [name, ...parts] of keys) await giveBackWithin(tx, name, ...parts);
  });
  return user.id;
}

/** By the sessions that were started, which are kept for a month after their end. */
function usedLatelyFrom(from: Requester) {
  const network = inetOf(from) && networkOf(from.address);
  return sql<boolean>`exists (
    select from sessions s
    where s.user_id = users.id and s.created_at > now() - interval '30 days' and s.ip <<= ${network}::inet)`;
}

function wrongCredentials(): UnauthenticatedError {
  return new UnauthenticatedError("The e-mail address or the password is not right.", {
    code: "wrong_credentials",
    nextStep: "Check both, or set a new password.",
  });
}
