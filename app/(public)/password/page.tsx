import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/account/panel";
import { RequestResetForm } from "@/components/account/request-reset-form";
import { TextLink } from "@/components/account/text-link";
import { mailIsSetUp, mailsAreKept } from "@/lib/mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.requestReset"))("title") };
}

export default async function RequestResetPage() {
  const t = await getTranslations("public.requestReset");
  const canSend = mailIsSetUp();
  return (
    <Panel
      title={t("title")}
      lead={t(canSend ? "lead" : "unavailable")}
      foot={
        <>
          <TextLink href="/sign-in">{t("signIn")}</TextLink>
          {mailsAreKept() && <TextLink href="/mail">{t("mails")}</TextLink>}
        </>
      }
    >
      {canSend && <RequestResetForm />}
    </Panel>
  );
}
