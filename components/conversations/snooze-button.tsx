"use client";

import { AlarmClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { Button } from "@/components/ui/button";
import { OnceOpened } from "@/components/ui/late";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { SetAside } from "./use-set-aside";

const loadMenu = () => import("./snooze-menu");
const SnoozeMenu = lazy(loadMenu);

type SnoozeButtonProps = {
  conversation: ConversationSummary;
  setAside: SetAside;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function SnoozeButton({ conversation, setAside, open, onOpenChange }: SnoozeButtonProps) {
  const t = useTranslations("inbox.snooze");
  const isAsleep = conversation.state === "snoozed";
  const button = (
    <Button
      title={t("title")}
      onPointerEnter={() => void loadMenu()}
      onClick={() => onOpenChange(true)}
      className="@max-[620px]:w-7.5 @max-[620px]:px-0"
    >
      <span className="sr-only">{t(isAsleep ? "snoozed" : "snooze")}</span>
      <AlarmClock className="size-4 @min-[620px]:hidden" aria-hidden="true" />
      <span aria-hidden="true" className="@max-[620px]:hidden">
        {t(isAsleep ? "snoozed" : "snooze")}
      </span>
    </Button>
  );
  return (
    <OnceOpened button={button} open={open}>
      <SnoozeMenu
        trigger={button}
        open={open}
        onOpenChange={onOpenChange}
        windowClosesAt={conversation.windowClosesAt}
        onSnooze={(until) => void setAside.snooze(until)}
        onWake={isAsleep ? () => void setAside.wake() : undefined}
      />
    </OnceOpened>
  );
}
