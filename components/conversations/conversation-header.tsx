"use client";

import { clsx } from "clsx";
import { ArrowLeft, Check, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { shownPhone } from "@/components/contacts/shown-phone";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Tag } from "@/components/ui/tag";
import type { ConversationSummary } from "@/lib/conversations/types";
import { AssignButton } from "./assign-button";
import type { ConversationActions } from "./use-conversation-actions";

type HeaderProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  isAssignOpen: boolean;
  onAssignOpen: (open: boolean) => void;
  onBack: () => void;
  onPanel: () => void;
};

export function ConversationHeader({
  conversation,
  actions,
  isAssignOpen,
  onAssignOpen,
  onBack,
  onPanel,
}: HeaderProps) {
  const t = useTranslations("inbox.header");
  const { contact, channel, assignee, state } = conversation;
  const address = contact.phone ? shownPhone(contact.phone) : contact.username && `@${contact.username}`;
  return (
    <header className="@container flex h-13 shrink-0 items-center gap-2 border-b bg-surface px-3">
      <span className="md:hidden">
        <IconButton label={t("back")} onClick={onBack}>
          <ArrowLeft className="size-4.5 rtl:rotate-180" />
        </IconButton>
      </span>
      <button
        type="button"
        onClick={onPanel}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md text-start"
      >
        <span className="sr-only">{t("about", { name: contact.name })}</span>
        <Avatar name={contact.name} seed={contact.id} className="size-8 text-xs md:hidden" />
        <span aria-hidden="true" className="min-w-0">
          <span className="block truncate text-lg leading-tight font-semibold">
            <bdi>{contact.name}</bdi>
          </span>
          <span className="block truncate text-sm text-ink-3">
            {address && <span dir="ltr">{address}</span>}
            <span className={clsx(address && "@max-[640px]:hidden")}>
              {address && " · "}
              {t("to", { channel: channel.name })}
            </span>
          </span>
        </span>
      </button>
      {state === "resolved" ? (
        <Tag>{t("resolved")}</Tag>
      ) : (
        <>
          <AssignButton conversation={conversation} actions={actions} open={isAssignOpen} onOpenChange={onAssignOpen} />
          {!assignee && (
            <Button variant="primary" busy={actions.isAssigning} onClick={actions.claim}>
              {t("claim")}
            </Button>
          )}
          <Button variant={assignee ? "primary" : "secondary"} busy={actions.isResolving} onClick={actions.resolve}>
            <span className="sr-only">{t("resolve")}</span>
            <Check className="size-4 @min-[460px]:hidden" aria-hidden="true" />
            <span aria-hidden="true" className="@max-[460px]:hidden">
              {t("resolve")}
            </span>
            <span className="@max-[620px]:hidden">
              <Kbd faint>E</Kbd>
            </span>
          </Button>
        </>
      )}
      <span className="max-md:hidden">
        <IconButton label={t("panel")} onClick={onPanel}>
          <PanelRight className="size-4.5 rtl:-scale-x-100" />
        </IconButton>
      </span>
    </header>
  );
}
