import { eq } from "drizzle-orm";
import { tokens, users } from "@/db/schema";
import { withSystem } from "@/db/system";
import { linkTo } from "@/lib/mail";
import { HOUR } from "@/lib/time";
import { dropResetLinks } from "./drop-reset-links";
import { Email } from "./email";
import { newLinkToken } from "./one-time-link";

type ResetLink = { link: string; email: string; name: string; locale: string };

/** A link that sets a new password once, within an hour; earlier ones end. Null when there is no such account. */
export async function createResetLink(typed: string): Promise<ResetLink | null> {
  const email = Email.safeParse(typed).data;
  if (!email) return null;
  return withSystem(async (tx) => {
    const shown = { id: users.id, name: users.name, locale: users.locale };
    const [user] = await tx.select(shown).from(users).where(eq(users.email, email));
    if (!user) return null;
    await dropResetLinks(tx, user.id);
    const { token, hash } = newLinkToken();
    const expiresAt = new Date(Date.now() + HOUR);
    await tx.insert(tokens).values({ kind: "reset", hash, email, userId: user.id, expiresAt });
    return { link: linkTo(`/password/${token}`), email, name: user.name, locale: user.locale };
  });
}
