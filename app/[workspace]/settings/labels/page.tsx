import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { LabelsScreen } from "@/components/labels/labels-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listLabels } from "@/lib/labels";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.labels");
  return { title: t("title") };
}

export default async function LabelsPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const labels = await readAll((cursor) => listLabels(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <LabelsScreen labels={labels} />
    </Snapshot>
  );
}
