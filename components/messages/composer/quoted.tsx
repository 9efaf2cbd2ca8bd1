"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useGistWords } from "@/components/messages/use-gist-words";
import { IconButton } from "@/components/ui/icon-button";
import type { Message } from "@/lib/messages/types";

/** The message that is being answered. */
export function Quoted({ message, onDrop }: { message: Message; onDrop: () => void }) {
  const t = useTranslations("inbox.composer");
  const gistWords = useGistWords();
  return (
    <div className="mx-2 mt-2 flex items-center gap-2 rounded-md border-s-3 border-accent bg-sunken py-1 ps-2.5 pe-1 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block text-xs font-semibold text-accent">
          {message.direction === "out" ? t("answeringUs") : t("answeringThem")}
        </span>
        <span dir="auto" className="line-clamp-2 text-ink-2">
          {gistWords(message)}
        </span>
      </span>
      <IconButton label={t("dropQuote")} onClick={onDrop}>
        <X className="size-4" />
      </IconButton>
    </div>
  );
}
