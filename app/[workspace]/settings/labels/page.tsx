import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LabelsScreen } from "@/components/labels/labels-screen";
import { listLabels } from "@/lib/labels";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.labels");
  return { title: t("title") };
}

export default async function LabelsPage({ params }: Props) {
  const { workspace } = await params;
  const { items } = await listLabels(await currentActor(workspace), { limit: 100 });
  return <LabelsScreen labels={items} />;
}
