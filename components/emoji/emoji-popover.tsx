"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Popover } from "@/components/ui/popover";
import { EmojiGrid } from "./emoji-grid";

type EmojiPopoverProps = {
  trigger: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (emoji: string) => void;
};

export default function EmojiPopover({ trigger, open, onOpenChange, onChoose }: EmojiPopoverProps) {
  const t = useTranslations("inbox.emoji");
  return (
    <Popover open={open} onOpenChange={onOpenChange} trigger={trigger} label={t("insert")} align="start" side="top">
      <div className="w-72 p-2">
        <EmojiGrid
          onChoose={(emoji) => {
            onOpenChange(false);
            onChoose(emoji);
          }}
        />
      </div>
    </Popover>
  );
}
