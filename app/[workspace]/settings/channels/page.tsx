import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAll } from "@/components/api";
import { ChannelsScreen } from "@/components/channels/channels-screen";
import { Snapshot } from "@/components/realtime/snapshot";
import { listChannels } from "@/lib/channels";
import { readPresent } from "@/lib/realtime";
import { currentActor } from "@/lib/web/current-actor";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.channels");
  return { title: t("title") };
}

export default async function ChannelsPage({ params }: Props) {
  const { workspace } = await params;
  const actor = await currentActor(workspace);
  const present = await readPresent(actor);
  const channels = await readAll((cursor) => listChannels(actor, { cursor, limit: 100 }));
  return (
    <Snapshot cursor={present}>
      <ChannelsScreen channels={channels} />
    </Snapshot>
  );
}
