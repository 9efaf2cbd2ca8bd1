import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { Snapshot } from "@/components/realtime/snapshot";
import { RulesScreen } from "@/components/rules/rules-screen";
import { can } from "@/lib/auth";
import { readPresent } from "@/lib/realtime";
import { listRules } from "@/lib/rules";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules");
  return { title: t("title") };
}

export default async function RulesPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  if (!can(actor, "rules.manage")) notFound();
  const present = await readPresent(actor);
  const rules = await readAll((cursor) => listRules(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <RulesScreen rules={rules} />
    </Snapshot>
  );
}
