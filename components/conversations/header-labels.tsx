"use client";

import { useTranslations } from "next-intl";
import { LabelButton } from "@/components/labels/label-button";
import { LabelChip } from "@/components/labels/label-chip";
import type { ConversationSummary } from "@/lib/conversations/types";
import type { SetAside } from "./use-set-aside";

type LabelsProps = {
  conversation: ConversationSummary;
  setAside: SetAside;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

const MOST_SHOWN = 2;

/** The labels beside the name, where there is room; a click on them opens the picker, as L does. */
export function HeaderLabels({ conversation, setAside, open, onOpenChange }: LabelsProps) {
  const t = useTranslations("inbox.labels");
  const { labels } = conversation;
  const more = labels.length - MOST_SHOWN;
  const button = (
    <button
      type="button"
      title={t("title")}
      onClick={() => onOpenChange(true)}
      className="flex min-w-0 shrink items-center gap-1 rounded-md p-1 empty:h-8 empty:w-0 empty:p-0 hover:bg-hover @max-[760px]:w-0 @max-[760px]:overflow-hidden @max-[760px]:p-0"
    >
      {labels.length > 0 && <span className="sr-only">{t("title")}</span>}
      {labels.slice(0, MOST_SHOWN).map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {more > 0 && <span className="text-xs text-ink-3">+{more}</span>}
    </button>
  );
  return (
    <LabelButton
      button={button}
      open={open}
      onOpenChange={onOpenChange}
      align="start"
      chosenIds={labels.map(({ id }) => id)}
      onToggle={(label, isOn) => void setAside.setLabel(label, isOn)}
    />
  );
}
