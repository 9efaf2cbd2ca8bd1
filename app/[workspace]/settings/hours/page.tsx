import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { HoursScreen } from "@/components/hours/hours-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listHours } from "@/lib/hours";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.hours");
  return { title: t("title") };
}

export default async function HoursPage({ params }: Props) {
  const actor = await currentActor((await params).workspace);
  const present = await readPresent(actor);
  const hours = await readAll((cursor) => listHours(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <HoursScreen hours={hours} />
    </Snapshot>
  );
}
