import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/account/panel";
import { TextLink } from "@/components/account/text-link";
import { Button } from "@/components/ui/button";
import { currentUser } from "@/lib/web/current-actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.noWorkspace"))("title") };
}

export default async function NoWorkspacePage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const t = await getTranslations("public.noWorkspace");
  const { email, memberships } = user;
  return (
    <Panel title={t("title")} lead={t(memberships.length > 0 ? "some" : "none", { email })}>
      {memberships.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {memberships.map(({ slug, name, status }) => (
            <li key={slug} className="flex items-center justify-between gap-3 px-3 py-2">
              {status === "active" ? <TextLink href={`/${slug}/inbox`}>{name}</TextLink> : <span>{name}</span>}
              <span className="text-ink-3">{t("status", { status })}</span>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/api/account/sign-out">
        <Button type="submit" className="w-full" size="large">
          {t("signOut")}
        </Button>
      </form>
    </Panel>
  );
}
