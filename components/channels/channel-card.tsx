"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChannelHours } from "@/components/hours/channel-hours";
import { useMay } from "@/components/shell/me";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Copyable } from "@/components/ui/copyable";
import { Notice } from "@/components/ui/notice";
import { Tag, type Tone } from "@/components/ui/tag";
import type { Channel } from "@/lib/channels/types";
import { DisconnectDialog } from "./disconnect-dialog";
import { ReadReceipts } from "./read-receipts";
import { ReplaceTokenDialog } from "./replace-token-dialog";
import { useWebhookUrl } from "./use-webhook-url";

const tones: Record<Channel["state"], Tone> = { active: "good", stopped: "bad", disconnected: "plain" };

export function ChannelCard({ channel }: { channel: Channel }) {
  const t = useTranslations("settings.channels");
  const actions = useTranslations("common.actions");
  const mayManage = useMay("channels.manage");
  const [open, setOpen] = useState<"token" | "disconnect" | null>(null);
  const webhookUrl = useWebhookUrl(channel.webhookPath);
  const refusalWords = useRefusalWords();
  const stopped =
    channel.stopped &&
    refusalWords({ ...channel.stopped, code: `meta_${channel.stopped.code}`, title: `${channel.stopped.title}.` });
  const isConnected = channel.state !== "disconnected";
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <span dir="auto" className="truncate">
            {channel.name}
          </span>
          <Tag tone={tones[channel.state]}>{t(`state.${channel.state}`)}</Tag>
        </span>
      }
      side={
        mayManage &&
        isConnected && (
          <span className="flex gap-2">
            <Button onClick={() => setOpen("token")}>{t("replaceToken")}</Button>
            <Button variant="quiet" onClick={() => setOpen("disconnect")}>
              {t("disconnect")}
            </Button>
          </span>
        )
      }
    >
      <div className="flex flex-col gap-4 p-4">
        {channel.stopped && (
          <Notice tone="bad">
            <strong className="font-semibold">
              {stopped?.title} ({channel.stopped.code})
            </strong>{" "}
            {stopped?.nextStep}
          </Notice>
        )}
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-4">
          <Fact name={t("number")}>
            <span dir="ltr">{channel.displayPhoneNumber}</span>
          </Fact>
          <Fact name={t("department")}>{channel.department?.name ?? t("noDepartment")}</Fact>
          <Fact name={t("phoneNumberId")}>
            <span className="font-mono text-sm">{channel.phoneNumberId}</span>
          </Fact>
          <Fact name={t("wabaId")}>
            <span className="font-mono text-sm">{channel.wabaId}</span>
          </Fact>
        </dl>
        {mayManage && isConnected && <ReadReceipts channel={channel} />}
        {isConnected && <ChannelHours channelId={channel.id} />}
        {mayManage && isConnected && (
          <Copyable
            label={t("webhookUrl")}
            value={webhookUrl}
            copyLabel={actions("copy")}
            copiedLabel={actions("copied")}
          />
        )}
      </div>
      {open === "token" && <ReplaceTokenDialog channel={channel} onClose={() => setOpen(null)} />}
      {open === "disconnect" && <DisconnectDialog channel={channel} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="truncate">{children}</dd>
    </div>
  );
}
