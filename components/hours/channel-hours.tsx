"use client";

import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import type { SetChannelHours } from "@/lib/hours/schemas";
import { HoursChoice } from "./hours-choice";

export function ChannelHours({ channelId }: { channelId: string }) {
  const t = useTranslations("hours");
  return (
    <HoursChoice
      none={t("asDepartment")}
      hint={t("channelHint")}
      isUsed={({ usedBy }) => usedBy.channels.some(({ id }) => id === channelId)}
      choose={(hoursId) => call<typeof SetChannelHours>("PUT /channels/:channelId/hours", { channelId, hoursId })}
    />
  );
}
