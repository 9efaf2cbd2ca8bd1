import { eq } from "drizzle-orm";
import { tokens, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { linkTo } from "@/lib/mail";
import { HOUR } from "@/lib/time";
import { dropResetLinks } from "./drop-reset-links";
import { Email } from "./email";
import { newLinkToken } from "./one-time-link";

/** A link that sets a new password once, within an hour; earlier ones end. Null when there is no such account. */
export async function createResetLink(typed: string): Promise<{ link: string; email: string; name: string } | null> {
  const email = Email.safeParse(typed).data;
  if (!email) return null;
  return withSystem(async (tx) => {
    const [user] = await tx.select({ id: users.id, name: users.name }).from(users).where(eq(users.email, email));
    if (!user) return null;
    await dropResetLinks(tx, user.id);
    const { token, hash } = newLinkToken();
    const expiresAt = new Date(Date.now() + HOUR);
    await tx.insert(tokens).values({ kind: "reset", hash, email, userId: user.id, expiresAt });
    return { link: linkTo(`/password/${token}`), email, name: user.name };
  });
}
