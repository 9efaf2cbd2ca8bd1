import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { InvalidError } from "@/lib/errors";
import { consume, giveBackWithin } from "@/lib/limits";
import { dropResetLinks } from "./drop-reset-links";
import { endSessionsOf } from "./end-session";
import { auditAccount } from "./memberships";
import { hashPassword, passwordFits } from "./password";
import { checkNewPassword } from "./password-rule";
import type { Actor } from "./types";
import { userOf } from "./user-of";

/**
 * Changes the asker's password; ends their other sessions and the reset links that were not used.
 * @throws {InvalidError} naming the field that does not fit
 */
export async function changePassword(
  actor: Actor,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<Record<string, never>> {
  const user = await userOf(actor);
  checkNewPassword(newPassword, user, "newPassword");
  const limit = ["signInPair", "change", user.id] as const;
  await consume(...limit);
  const [row] = await withSystem((tx) =>
    tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id)),
  );
  if (!(await passwordFits(currentPassword, row?.passwordHash ?? null))) throw wrongPassword();
  const passwordHash = await hashPassword(newPassword);
  await withSystem(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await dropResetLinks(tx, user.id);
    await endSessionsOf(tx, user.id, actor.sessionId);
    await giveBackWithin(tx, ...limit);
  });
  await auditAccount(user.id, { action: "password.changed" });
  return {};
}

function wrongPassword(): InvalidError {
  const message = "This is not your present password.";
  return new InvalidError(message, { code: "wrong_password", fields: [{ path: "currentPassword", message }] });
}
