"use client";

import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useActions } from "@/components/keyboard/use-actions";
import { IconButton } from "@/components/ui/icon-button";

const loadPopover = () => import("@/components/emoji/emoji-popover");
const EmojiPopover = lazy(loadPopover);

export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("composer.emoji");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  useActions({ emoji: show });
  const button = (
    <IconButton label={t("insert")} onPointerEnter={() => void loadPopover()} onClick={show}>
      <Smile className="size-4.5" />
    </IconButton>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <EmojiPopover trigger={button} open={open} onOpenChange={setOpen} onChoose={onChoose} />
    </Suspense>
  );
}
