import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/account/panel";
import { SignUpForm } from "@/components/account/sign-up-form";
import { TextLink } from "@/components/account/text-link";
import { env } from "@/lib/env";
import { TERMS_VERSION } from "@/lib/tenants";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.signUp"))("title") };
}

export default async function SignUpPage() {
  const t = await getTranslations("public.signUp");
  const isOpen = env().SIGN_UP === "open";
  return (
    <Panel
      title={t("title")}
      lead={t(isOpen ? "lead" : "closed")}
      foot={<TextLink href="/sign-in">{t("signIn")}</TextLink>}
    >
      {isOpen && <SignUpForm termsVersion={TERMS_VERSION} />}
    </Panel>
  );
}
