import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewRuleScreen } from "@/components/rules/new-rule-screen";
import { can } from "@/lib/auth";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules");
  return { title: t("add") };
}

export default async function NewRulePage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  if (!can(actor, "rules.manage")) notFound();
  return <NewRuleScreen />;
}
