"use client";

import { ChevronDown, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { OnceOpened } from "@/components/ui/late";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { ConversationActions } from "./use-conversation-actions";

const loadMenu = () => import("./assign-menu");
const AssignMenu = lazy(loadMenu);

type AssignButtonProps = {
  conversation: ConversationSummary;
  actions: ConversationActions;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Who has the conversation; opens the list of those who could, which is loaded when it is wanted. */
export function AssignButton({ conversation, actions, open, onOpenChange }: AssignButtonProps) {
  const t = useTranslations("inbox.assign");
  const who = conversation.assignee?.name ?? t("nobody");
  const where = conversation.department?.name;
  const button = (
    <Button
      busy={actions.isAssigning}
      title={t("title")}
      onPointerEnter={() => void loadMenu()}
      onClick={() => onOpenChange(true)}
      className="min-w-0 shrink"
    >
      <span className="sr-only">{where ? t("labelIn", { who, where }) : t("label", { who })}</span>
      <UserRoundPlus className="size-4 @min-[420px]:hidden" aria-hidden="true" />
      <span aria-hidden="true" className="truncate @max-[620px]:hidden">
        {where ? `${where} · ${who}` : who}
      </span>
      {/* Nobody has it: Claim beside it says so. */}
      <span aria-hidden="true" className="truncate @max-[420px]:hidden @min-[620px]:hidden">
        {conversation.assignee ? who : (where ?? who)}
      </span>
      <ChevronDown className="size-3.5 shrink-0 text-ink-3 @max-[420px]:hidden" aria-hidden="true" />
    </Button>
  );
  return (
    <OnceOpened button={button} open={open}>
      <AssignMenu
        trigger={button}
        open={open}
        onOpenChange={onOpenChange}
        conversation={conversation}
        onAssign={actions.assign}
      />
    </OnceOpened>
  );
}
