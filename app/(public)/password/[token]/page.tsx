import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/account/panel";
import { ResetForm } from "@/components/account/reset-form";
import { TextLink } from "@/components/account/text-link";
import { readResetLink } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.reset"))("title") };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("public.reset");
  const link = await readResetLink(token);
  if (!link) {
    const foot = <TextLink href="/password">{t("again")}</TextLink>;
    return <Panel title={t("spentTitle")} lead={t("spent")} foot={foot} />;
  }
  return (
    <Panel title={t("title")} lead={t("lead", { email: link.email })}>
      <ResetForm token={token} email={link.email} />
    </Panel>
  );
}
