"use client";

import { useQuery } from "@tanstack/react-query";
import { Phone, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMay, useMe } from "@/components/shell/me";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Channel } from "@/lib/channels/types";
import { ChannelCard } from "./channel-card";
import { channelsQuery } from "./queries";

export function ChannelsScreen({ channels: initial }: { channels: Channel[] }) {
  const t = useTranslations("settings.channels");
  const { data: channels } = useQuery({ ...channelsQuery, initialData: initial });
  const mayManage = useMay("channels.manage");
  const { slug } = useMe().workspace;
  const add = mayManage && (
    <Link href={`/${slug}/settings/channels/new`} className={buttonLook({ variant: "primary" })}>
      <Plus className="size-4" aria-hidden="true" />
      {t("add")}
    </Link>
  );
  return (
    <SettingsPage title={t("title")} words={t("words")} action={channels.length > 0 && add}>
      {channels.length === 0 ? (
        <Card>
          <EmptyState icon={<Phone />} title={t("empty")} action={add}>
            {t(mayManage ? "emptyWords" : "emptyWordsOthers")}
          </EmptyState>
        </Card>
      ) : (
        channels.map((channel) => <ChannelCard key={channel.id} channel={channel} />)
      )}
    </SettingsPage>
  );
}
