import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { KeptMail } from "@/components/account/kept-mail";
import { Panel } from "@/components/account/panel";
import { EmptyState } from "@/components/ui/empty-state";
import { listKeptMails, mailsAreKept } from "@/lib/mail";
import { isFromThisMachine } from "@/lib/web/requester";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.mail"))("title") };
}

/** Whoever reads these mails can take over any account, so only the demo has them, and only this machine sees them. */
export default async function MailPage() {
  if (!mailsAreKept() || !isFromThisMachine(await headers())) notFound();
  const t = await getTranslations("public.mail");
  const format = await getFormatter();
  const mails = await listKeptMails();
  return (
    <Panel title={t("title")} lead={t("lead")}>
      {mails.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      <ol className="flex flex-col gap-4">
        {mails.map(({ id, at, to, subject, text }) => (
          <li key={id}>
            <KeptMail
              subject={subject}
              about={t("to", { address: to })}
              time={format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
              text={text}
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
