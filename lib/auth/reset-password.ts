import { and, eq, gt, isNull } from "drizzle-orm";
import { tokens, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { InvalidError } from "@/lib/errors";
import { clearLimit, consume } from "@/lib/limits";
import { endSessionsOf } from "./end-session";
import { auditAccount } from "./memberships";
import { hashOfSecret } from "./one-time-link";
import { hashPassword } from "./password";
import { checkNewPassword } from "./password-rule";
import { inetOf, type Requester } from "./requester";

const openReset = (token: string) =>
  and(
    eq(tokens.hash, hashOfSecret(token)),
    eq(tokens.kind, "reset"),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, new Date()),
  );

/** Whose password a link sets; null when it was used, has expired or never was. */
export async function readResetLink(token: string): Promise<{ email: string } | null> {
  const [row] = await withSystem((tx) => tx.select({ email: tokens.email }).from(tokens).where(openReset(token)));
  return row ?? null;
}

/**
 * Sets a new password by a one-time link, ends every session of the account and lifts its sign-in limits.
 * @throws {InvalidError} the link is spent, or the password too weak; the link then still works
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  from: Requester,
): Promise<{ email: string }> {
  await consume("linkAddress", from.address);
  const link = await readResetLink(token);
  if (!link) throw spentLink();
  checkNewPassword(password, link);
  const passwordHash = await hashPassword(password);
  const userId = await withSystem(async (tx) => {
    const [used] = await tx
      .update(tokens)
      .set({ usedAt: new Date() })
      .where(openReset(token))
      .returning({ userId: tokens.userId });
    if (!used?.userId) throw spentLink();
    await tx.update(users).set({ passwordHash }).where(eq(users.id, used.userId));
    await endSessionsOf(tx, used.userId);
    return used.userId;
  });
  await clearLimit("signInAccount", link.email);
  await clearLimit("signInPair", link.email, from.address);
  await auditAccount(userId, { action: "password.reset", ip: inetOf(from), userAgent: from.userAgent });
  return link;
}

function spentLink(): InvalidError {
  return new InvalidError("This link was used already or has expired.", {
    code: "link_spent",
    nextStep: "Ask for a new link.",
  });
}
