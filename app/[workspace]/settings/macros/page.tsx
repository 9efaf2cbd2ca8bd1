import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MacrosScreen } from "@/components/macros/macros-screen";
import { listMacros } from "@/lib/macros";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.macros");
  return { title: t("title") };
}

export default async function MacrosPage({ params }: Props) {
  const { workspace } = await params;
  const { items } = await listMacros(await currentActor(workspace), { limit: 100 });
  return <MacrosScreen macros={items} />;
}
