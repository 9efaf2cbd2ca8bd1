"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Output } from "@/components/api";
import { SettingsPage } from "@/components/settings/settings-page";
import { useMe } from "@/components/shell/me";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Copyable } from "@/components/ui/copyable";
import { Notice } from "@/components/ui/notice";
import type { CreateChannel } from "@/lib/channels/schemas";
import { useWebhookUrl } from "./use-webhook-url";

/** The last step is at Meta's: where to post, and the word that proves it is us. */
export function ChannelConnected({ created }: { created: Output<typeof CreateChannel> }) {
  const t = useTranslations("settings.newChannel");
  const actions = useTranslations("common.actions");
  const { slug } = useMe().workspace;
  const url = useWebhookUrl(created.channel.webhookPath);
  const copying = { copyLabel: actions("copy"), copiedLabel: actions("copied") };
  return (
    <SettingsPage title={t("connectedTitle", { name: created.channel.name })}>
      <Card>
        <div className="flex flex-col gap-4 p-5">
          <Notice tone="good" icon={<CircleCheck />}>
            {t("connected", { number: created.channel.displayPhoneNumber })}
          </Notice>
          <p className="text-ink-2">{t("pasteAtMeta")}</p>
          <Copyable label={t("webhookUrl")} value={url} {...copying} />
          <Copyable label={t("verifyToken")} value={created.verifyToken} {...copying} />
          <div className="flex justify-end">
            <Link href={`/${slug}/settings/channels`} className={buttonLook({ variant: "primary", size: "large" })}>
              {t("toChannels")}
            </Link>
          </div>
        </div>
      </Card>
    </SettingsPage>
  );
}
