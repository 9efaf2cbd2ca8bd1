import { withSystem } from "@/db/system";
import { consumeWithin } from "@/lib/limits";
import { log } from "@/lib/log";
import { mailWords, sendMail } from "@/lib/mail";
import { Email } from "./email";
import type { Requester } from "./requester";
import { createResetLink } from "./reset-link";

/**
 * Mails a reset link if there is such an account. Answers the same, and as soon, if there is none: the work that would
 * tell them apart is not waited for.
 * @throws {LimitReachedError} also the same for both
 */
export async function requestPasswordReset({ email }: { email: string }, from: Requester): Promise<void> {
  await withSystem(async (tx) => {
    await consumeWithin(tx, "resetAddress", from.address);
    await consumeWithin(tx, "resetAccount", Email.safeParse(email).data ?? email);
  });
  void mailResetLink(email).catch((error) => log().error({ error }, "A reset link could not be made."));
}

async function mailResetLink(typed: string): Promise<void> {
  const made = await createResetLink(typed);
  if (!made) return;
  const { link, email, name, locale } = made;
  await sendMail({ to: email, ...mailWords(locale, "passwordReset", { name, link }) });
}
