import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { MacrosScreen } from "@/components/macros/macros-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listMacros } from "@/lib/macros";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.macros");
  return { title: t("title") };
}

export default async function MacrosPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const macros = await readAll((cursor) => listMacros(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <MacrosScreen macros={macros} />
    </Snapshot>
  );
}
