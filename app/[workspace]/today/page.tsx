import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import { DayScreen } from "@/components/day/day-screen";
import { readDay } from "@/lib/queues";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("queues.day");
  return { title: t("title") };
}

export default async function TodayPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const cursor = await readPresent(actor);
  return <DayScreen cursor={cursor} day={await readDay(actor, { timeZone: await getTimeZone() })} />;
}
