import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { SECOND } from "@/lib/time";
import { keepMail, mailsAreKept } from "./kept-mails";

export type Mail = { to: string; subject: string; text: string };

let transporter: Transporter | undefined;

/** Whether a mail reaches anybody here; where it does not, links have to be passed on by hand. */
export function mailIsSetUp(): boolean {
  return env().SMTP_URL !== undefined || mailsAreKept();
}

/** Call it after the transaction. Never throws: a mail that cannot leave is logged, and answers false. */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  try {
    if (SMTP_URL) await smtp(SMTP_URL, MAIL_FROM).sendMail(mail);
    else if (mailsAreKept()) await keepMail(mail);
    else return false;
    return true;
  } catch (error) {
    log().error({ error, subject: mail.subject }, "A mail could not be sent.");
    return false;
  }
}

function smtp(url: string, from: string): Transporter {
  const timeouts = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND };
  transporter ??= createTransport({ url, ...timeouts }, { from });
  return transporter;
}
