import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Snapshot } from "@/components/realtime/snapshot";
import { RuleScreen } from "@/components/rules/rule-screen";
import { can } from "@/lib/auth";
import { NotFoundError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";
import { readPresent } from "@/lib/realtime";
import { readRule } from "@/lib/rules";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string; ruleId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rules");
  return { title: t("title") };
}

export default async function RulePage({ params }: Props) {
  const { workspace, ruleId } = await params;
  const actor = await currentActor(workspace);
  if (!can(actor, "rules.manage") || !isUuid(ruleId)) notFound();
  const present = await readPresent(actor);
  const rule = await readRule(actor, { ruleId }).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  return (
    <Snapshot cursor={present}>
      <RuleScreen key={rule.id} rule={rule} />
    </Snapshot>
  );
}
