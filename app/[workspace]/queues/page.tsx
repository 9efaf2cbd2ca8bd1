import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTimeZone, getTranslations } from "next-intl/server";
import { WallboardScreen } from "@/components/queues/wallboard-screen";
import { currentActor } from "@/lib/web/current-actor";
import { type BoardParams, readBoard } from "./read-board";

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<BoardParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("queues");
  return { title: t("title") };
}

export default async function QueuesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const snapshot = await readBoard(actor, await searchParams, await getTimeZone());
  if (!snapshot) redirect(`/${workspace}/queues`);
  return <WallboardScreen snapshot={snapshot} />;
}
