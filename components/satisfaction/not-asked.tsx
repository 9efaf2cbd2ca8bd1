"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/shell/use-refusal-words";
import type { NotAsked as Reason } from "@/lib/satisfaction/types";

const ours = ["asked_recently", "opted_out", "spam", "owned_by_other", "not_asked_there"] as const;

/** Why some customers were not asked lately; nothing where all were. */
export function NotAsked({ reasons }: { reasons: Reason[] }) {
  const t = useTranslations("settings.survey");
  const wordsOf = useRefusalWords();
  if (reasons.length === 0) return null;
  const nameOf = (reason: string) => {
    const own = ours.find((each) => each === reason);
    return own ? t(`reasons.${own}`) : wordsOf({ code: reason, title: reason }).title;
  };
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t("notAsked")}</h3>
      <ul className="text-ink-2">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>{t("notAskedBy", { count, reason: nameOf(reason) })}</li>
        ))}
      </ul>
    </div>
  );
}
