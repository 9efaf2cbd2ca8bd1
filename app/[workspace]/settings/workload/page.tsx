import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Snapshot } from "@/components/realtime/snapshot";
import { WorkloadScreen } from "@/components/routing/workload-screen";
import { readPresent } from "@/lib/realtime";
import { readWorkload } from "@/lib/routing";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.workload");
  return { title: t("title") };
}

export default async function WorkloadPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  return (
    <Snapshot cursor={present}>
      <WorkloadScreen workload={await readWorkload(actor)} />
    </Snapshot>
  );
}
