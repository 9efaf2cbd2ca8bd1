import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WordsScreen } from "@/components/consent/words-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { readConsentWords } from "@/lib/consent";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.consent");
  return { title: t("title") };
}

export default async function ConsentPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const cursor = await readPresent(actor);
  const words = await readConsentWords(actor);
  return (
    <Snapshot cursor={cursor}>
      <WordsScreen words={words} />
    </Snapshot>
  );
}
