import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationForm } from "@/components/account/invitation-form";
import { Panel } from "@/components/account/panel";
import { TextLink } from "@/components/account/text-link";
import { readInvitation } from "@/lib/members";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.invitation"))("submit") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("public.invitation");
  const invitation = await readInvitation(token);
  if (!invitation) {
    const foot = <TextLink href="/sign-in">{t("signIn")}</TextLink>;
    return <Panel title={t("spentTitle")} lead={t("spent")} foot={foot} />;
  }
  const { workspace, role, email } = invitation;
  return (
    <Panel
      title={t("title", { workspace })}
      lead={t("lead", { role })}
      foot={<TextLink href="/password">{t("forgot")}</TextLink>}
    >
      <InvitationForm token={token} email={email} />
    </Panel>
  );
}
