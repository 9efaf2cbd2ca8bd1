import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/account/panel";
import { SignInForm } from "@/components/account/sign-in-form";
import { TextLink } from "@/components/account/text-link";
import { env } from "@/lib/env";
import { currentUser } from "@/lib/web/current-actor";
import { homeOf, localPath } from "@/lib/web/home";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.signIn"))("title") };
}

type SignInPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = localPath((await searchParams).next);
  const user = await currentUser();
  if (user) redirect(next === "/" ? homeOf(user) : next);
  const t = await getTranslations("public.signIn");
  return (
    <Panel
      title={t("title")}
      foot={
        <>
          <TextLink href="/password">{t("forgot")}</TextLink>
          {env().SIGN_UP === "open" && <TextLink href="/sign-up">{t("signUp")}</TextLink>}
        </>
      }
    >
      <SignInForm next={next} />
    </Panel>
  );
}
