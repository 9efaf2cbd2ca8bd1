"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { call } from "@/components/api";
import { keys } from "@/components/queries/keys";
import { ConfirmDialog } from "@/components/settings/confirm-dialog";
import type { DisconnectChannel } from "@/lib/channels/schemas";
import type { Channel } from "@/lib/channels/types";

export function DisconnectDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useTranslations("settings.channels");
  const client = useQueryClient();
  const disconnect = useMutation({
    mutationFn: () => call<typeof DisconnectChannel>("POST /channels/:channelId/disconnect", { channelId: channel.id }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.channels });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t("disconnectTitle", { name: channel.name })}
      words={t("disconnectWords")}
      confirm={t("disconnect")}
      isBusy={disconnect.isPending}
      error={disconnect.error}
      onConfirm={() => disconnect.mutate()}
      onClose={onClose}
    />
  );
}
