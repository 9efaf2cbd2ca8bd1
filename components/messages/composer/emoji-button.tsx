"use client";

import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";

const loadPopover = () => import("@/components/emoji/emoji-popover");
const EmojiPopover = lazy(loadPopover);

export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("composer.emoji");
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const button = (
    <IconButton
      label={t("insert")}
      onPointerEnter={() => void loadPopover()}
      onClick={() => {
        setWanted(true);
        setOpen(true);
      }}
    >
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
