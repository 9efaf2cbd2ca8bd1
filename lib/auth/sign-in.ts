import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { UnauthenticatedError } from "@/lib/errors";
import { consumeWithin, giveBackWithin } from "@/lib/limits";
import { log } from "@/lib/log";
import { createSession } from "./create-session";
import { Email } from "./email";
import { auditAccount } from "./memberships";
import { passwordFits } from "./password";
import { MOST_CHARACTERS } from "./password-rule";
import { inetOf, type Requester } from "./requester";

/**
 * Starts a session.
 * @throws {UnauthenticatedError} the same for an unknown account and a wrong password
 * @throws {LimitReachedError} with the seconds to wait
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: Requester,
): Promise<{ sessionId: string; userId: string }> {
  const userId = await checkCredentials(credentials, from);
  const sessionId = await withSystem((tx) => createSession(tx, userId, from));
  await auditAccount(userId, { action: "session.started", ip: inetOf(from), userAgent: from.userAgent });
  return { sessionId, userId };
}

/** Who the e-mail address and password belong to; counts failures by account and address. */
export async function checkCredentials(
  { email: typed, password }: { email: string; password: string },
  from: Requester,
): Promise<string> {
  const email = Email.safeParse(typed).data;
  if (!email || password.length > MOST_CHARACTERS * 2) throw wrongCredentials();
  const keys = [
    ["signInAddress", from.address],
    ["signInAccount", email],
    ["signInPair", email, from.address],
  ] as const;
  const user = await withSystem(async (tx) => {
    for (const [name, ...parts] of keys) await consumeWithin(tx, name, ...parts);
    const [row] = await tx
      .select({ id: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email));
    return row;
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

function wrongCredentials(): UnauthenticatedError {
  return new UnauthenticatedError("The e-mail address or the password is not right.", {
    code: "wrong_credentials",
    nextStep: "Check both, or set a new password.",
  });
}
