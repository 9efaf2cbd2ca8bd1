"use client";

import { OctagonAlert } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { Notice } from "@/components/ui/notice";

/** Within the last days the guard stopped it: what that means, and what to do. */
export function StoppedNotice({ at }: { at: string }) {
  const t = useTranslations("rules");
  const times = useTimeWords();
  return (
    <Notice tone="warn" icon={<OctagonAlert />}>
      <strong className="font-semibold">{t("stoppedAt", { time: times.when(at, useNow()) })}</strong>{" "}
      {t("stoppedWords")}
    </Notice>
  );
}
