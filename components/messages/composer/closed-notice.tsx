"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleSlash, Split } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { channelsQuery } from "@/components/channels/queries";
import type { WindowView } from "@/components/conversations/service-window";
import type { ConversationActions } from "@/components/conversations/use-conversation-actions";
import { useMay, useMe } from "@/components/shell/me";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import { Button, buttonLook } from "@/components/ui/button";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { Closed } from "./closed";
import { TakeOver } from "./take-over";
import { TemplateComposer } from "./template-composer";

type NoticeProps = {
  why: Closed;
  conversation: ConversationSummary;
  window: WindowView;
  actions: ConversationActions;
};

type ForGood = Exclude<Closed, "windowClosed" | "windowNever">;

const icons: Record<ForGood, ReactNode> = {
  resolved: <CircleCheck />,
  otherResponder: <Split />,
  channelDisconnected: <CircleSlash />,
  channelStopped: <CircleSlash />,
};

/** Stands where the composer would: why it cannot be written in, and the next step; outside the window, the templates. */
export function ClosedNotice({ why, conversation, window, actions }: NoticeProps) {
  if (why === "windowClosed" || why === "windowNever") {
    return <TemplateComposer why={why} conversation={conversation} window={window} />;
  }
  return <NothingGoes why={why} conversation={conversation} actions={actions} />;
}

type NothingGoesProps = Pick<NoticeProps, "conversation" | "actions"> & { why: ForGood };

function NothingGoes({ why, conversation, actions }: NothingGoesProps) {
  const t = useTranslations("inbox.closed");
  return (
    <div
      role="status"
      className="m-3 flex shrink-0 items-center gap-3 rounded-xl border bg-surface px-4 py-3 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-ink-3"
    >
      {icons[why]}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t(`${why}.title`)}</p>
        <p className="text-pretty text-ink-2">
          {why === "channelStopped" ? (
            <StoppedReason channelId={conversation.channel.id} />
          ) : (
            t(`${why}.words`, { channel: conversation.channel.name, responder: roleOf(conversation) })
          )}
        </p>
      </div>
      {why === "resolved" && (
        <Button variant="primary" busy={actions.isReopening} onClick={actions.reopen}>
          {t("resolved.reopen")}
        </Button>
      )}
      {why === "otherResponder" && <TakeOver conversation={conversation} />}
      {(why === "channelStopped" || why === "channelDisconnected") && <ToChannels />}
    </div>
  );
}

/** Roles are Meta's and an open list: what has no word here is not named. */
function roleOf({ responder }: ConversationSummary): string {
  return responder ?? "unknown";
}

function StoppedReason({ channelId }: { channelId: string }) {
  const t = useTranslations("inbox.closed.channelStopped");
  const stopped = useQuery(channelsQuery).data?.find(({ id }) => id === channelId)?.stopped;
  const wordsOf = useRefusalWords();
  if (!stopped) return t("words");
  const { title, nextStep = "" } = wordsOf({ ...stopped, code: `meta_${stopped.code}`, title: `${stopped.title}.` });
  return t("reason", { title, code: stopped.code, nextStep });
}

function ToChannels() {
  const t = useTranslations("inbox.closed");
  const { slug } = useMe().workspace;
  if (!useMay("channels.manage")) return null;
  return (
    <Link href={`/${slug}/settings/channels`} prefetch={false} className={buttonLook()}>
      {t("toChannels")}
    </Link>
  );
}
