"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { EmojiPicker } from "./emoji-picker";

type EmojiPopoverProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (emoji: string) => void;
};

export default function EmojiPopover({ trigger, open, onOpenChange, onChoose }: EmojiPopoverProps) {
  const t = useTranslations("composer.emoji");
  return (
    <Popover open={open} onOpenChange={onOpenChange} trigger={trigger} label={t("insert")} align="start" side="top">
      <div className="w-76 p-2">
        <EmojiPicker
          onChoose={(emoji) => {
            onOpenChange(false);
            onChoose(emoji);
          }}
        />
      </div>
    </Popover>
  );
}
