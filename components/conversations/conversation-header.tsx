"use client";

import { clsx } from "clsx";
import { ArrowLeft, Check, PanelRight } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CompanyFaces } from "@/components/company/company-faces";
import type { Companion } from "@/components/company/store";
import { shownPhone } from "@/components/contacts/shown-phone";
import { LevelPill } from "@/components/service-levels/level-pill";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Tag } from "@/components/ui/tag";
import type { ConversationSummary } from "@/lib/conversations/types";
import { AssignButton } from "./assign-button";
import { HeaderLabels } from "./header-labels";
import { MoreButton } from "./more-button";
import { PriorityMark } from "./priority-mark";
import { SnoozeButton } from "./snooze-button";
import type { ConversationActions } from "./use-conversation-actions";
import type { OpenMenu } from "./use-open-menu";
import type { SetAside } from "./use-set-aside";
import { useTimeWords } from "./use-time-words";

type HeaderProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  setAside: SetAside;
  menu: OpenMenu;
  companions: readonly Companion[];
  onUnread: () => void;
  onMacro: () => void;
  onBack: () => void;
  onPanel: () => void;
};

export function ConversationHeader(props: HeaderProps) {
  const { conversation, actions, setAside, menu, companions, onUnread, onMacro, onBack, onPanel } = props;
  const t = useTranslations("inbox.header");
  return (
    <header className="@container flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-3">
      <span className="md:hidden">
        <IconButton label={t("back")} onClick={onBack}>
          <ArrowLeft className="size-4.5 rtl:rotate-180" />
        </IconButton>
      </span>
      <Who conversation={conversation} onPanel={onPanel} />
      <CompanyFaces companions={companions} />
      <HeaderLabels conversation={conversation} setAside={setAside} {...menu.of("label")} />
      {conversation.state === "resolved" ? (
        <Ended conversation={conversation} setAside={setAside} />
      ) : (
        <>
          {conversation.serviceLevel && <LevelPill level={conversation.serviceLevel} />}
          <AsleepTag conversation={conversation} />
          {/* Where there is room for one of them only, whoever claims it can hand it over afterwards. */}
          <span className={clsx("flex min-w-0", !conversation.assignee && "@max-[420px]:hidden")}>
            <AssignButton conversation={conversation} actions={actions} {...menu.of("assign")} />
          </span>
          {!conversation.assignee && (
            <Button variant="primary" busy={actions.isAssigning} onClick={actions.claim}>
              {t("claim")}
            </Button>
          )}
          <SnoozeButton conversation={conversation} setAside={setAside} {...menu.of("snooze")} />
          <ResolveButton conversation={conversation} actions={actions} />
        </>
      )}
      <MoreButton
        conversation={conversation}
        setAside={setAside}
        onTransfer={() => menu.open("transfer")}
        onLabel={() => menu.open("label")}
        onUnread={onUnread}
        onRemind={() => menu.open("reminder")}
        onMacro={onMacro}
      />
      <span className="max-md:hidden">
        <IconButton label={t("panel")} onClick={onPanel}>
          <PanelRight className="size-4.5 rtl:-scale-x-100" />
        </IconButton>
      </span>
    </header>
  );
}

function Who({ conversation, onPanel }: Pick<HeaderProps, "conversation" | "onPanel">) {
  const t = useTranslations("inbox.header");
  const { contact, channel, priority } = conversation;
  const address = contact.phone ? shownPhone(contact.phone) : contact.username && `@${contact.username}`;
  return (
    <button type="button" onClick={onPanel} className="flex min-w-20 flex-1 items-center gap-2.5 rounded-md text-start">
      <span className="sr-only">{t("about", { name: contact.name })}</span>
      <Avatar name={contact.name} seed={contact.id} className="size-8 text-xs @max-[420px]:hidden md:hidden" />
      <span className="min-w-0">
        <span className="flex items-center gap-1 text-lg leading-tight font-semibold">
          <bdi aria-hidden="true" className="truncate">
            {contact.name}
          </bdi>
          <PriorityMark priority={priority} />
        </span>
        <span aria-hidden="true" className="block truncate text-sm text-ink-3">
          {address && <span dir="ltr">{address}</span>}
          <span className={clsx(address && "@max-[640px]:hidden")}>
            {address && " · "}
            {t("to", { channel: channel.name })}
          </span>
        </span>
      </span>
    </button>
  );
}

function ResolveButton({ conversation, actions }: Pick<HeaderProps, "conversation" | "actions">) {
  const t = useTranslations("inbox.header");
  return (
    <Button
      variant={conversation.assignee ? "primary" : "secondary"}
      busy={actions.isResolving}
      onClick={() => actions.resolve()}
    >
      <span className="sr-only">{t("resolve")}</span>
      <Check className="size-4 @min-[460px]:hidden" aria-hidden="true" />
      <span aria-hidden="true" className="@max-[460px]:hidden">
        {t("resolve")}
      </span>
      <span className="@max-[620px]:hidden">
        <Kbd faint>E</Kbd>
      </span>
    </Button>
  );
}

function AsleepTag({ conversation }: Pick<HeaderProps, "conversation">): ReactNode {
  const t = useTranslations("inbox.header");
  const words = useTimeWords();
  const now = useNow();
  const { state, snoozedUntil } = conversation;
  if (state !== "snoozed") return null;
  return (
    <span className="min-w-0 shrink @max-[560px]:hidden">
      <Tag tone="accent">
        {snoozedUntil ? t("snoozedUntil", { time: words.when(snoozedUntil, now) }) : t("snoozed")}
      </Tag>
    </span>
  );
}

function Ended({ conversation, setAside }: Pick<HeaderProps, "conversation" | "setAside">) {
  const t = useTranslations("inbox.header");
  const { closing, isSpam } = conversation;
  if (isSpam) {
    return (
      <>
        <Tag tone="bad">{t("spam")}</Tag>
        <Button onClick={() => void setAside.markSpam(false)}>{t("noSpam")}</Button>
      </>
    );
  }
  const why = closing?.reason ? t("resolvedWhy", { reason: closing.reason }) : t("resolved");
  return <Tag {...(closing?.note ? { title: closing.note } : {})}>{why}</Tag>;
}
