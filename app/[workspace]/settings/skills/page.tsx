import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { Snapshot } from "@/components/realtime/snapshot";
import { SkillsScreen } from "@/components/skills/skills-screen";
import { readPresent } from "@/lib/realtime";
import { listSkills } from "@/lib/routing";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.skills");
  return { title: t("title") };
}

export default async function SkillsPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const skills = await readAll((cursor) => listSkills(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <SkillsScreen skills={skills} />
    </Snapshot>
  );
}
