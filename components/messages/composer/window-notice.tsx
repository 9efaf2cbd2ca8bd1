"use client";

import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import type { WindowView } from "@/components/conversations/service-window";
import { useTimeWords } from "@/components/conversations/use-time-words";

/** The last hours of the window are counted down, before it is too late for a plain answer. */
export function WindowNotice({ window }: { window: WindowView }) {
  const t = useTranslations("inbox.window");
  const words = useTimeWords();
  if (window.state !== "open" || window.urgency === "calm") return null;
  const look = window.urgency === "late" ? "bg-bad-soft text-bad" : "bg-warn-soft text-warn";
  return (
    <p className={`flex items-center gap-2 px-4 py-1.5 text-sm ${look}`}>
      <Timer className="size-4 shrink-0" aria-hidden="true" />
      {t("closesIn", { left: words.left(window.leftMs) })}
    </p>
  );
}
