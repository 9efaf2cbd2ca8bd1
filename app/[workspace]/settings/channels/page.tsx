import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { ChannelsScreen } from "@/components/channels/channels-screen";
import { listChannels } from "@/lib/channels";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.channels");
  return { title: t("title") };
}

export default async function ChannelsPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const channels = await readAll((cursor) => listChannels(actor, { cursor, limit: 100 }));
  return <ChannelsScreen channels={channels} />;
}
