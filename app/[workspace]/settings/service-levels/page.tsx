import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";

import { Snapshot } from "@/components/realtime/snapshot";
import { PoliciesScreen } from "@/components/service-levels/policies-screen";

import { readPresent } from "@/lib/realtime";
import { listServiceLevelPolicies } from "@/lib/service-levels";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.service-levels");
  return { title: t("title") };
}

export default async function ServiceLevelsPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const policies = await readAll((cursor) => listServiceLevelPolicies(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <PoliciesScreen policies={policies} />
    </Snapshot>
  );
}
