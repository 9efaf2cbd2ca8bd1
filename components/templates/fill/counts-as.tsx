"use client";

import { useNow, useTranslations } from "next-intl";
import { useTimeWords } from "@/components/conversations/use-time-words";
import { useCategoryWords } from "@/components/templates/use-category-words";
import type { Template } from "@/lib/templates/types";

/** What Meta counts the send as, and will before long. */
export function CountsAs({ template: { category, nextCategory } }: { template: Template }) {
  const t = useTranslations("templates");
  const { nameOf, countsAs } = useCategoryWords();
  const words = useTimeWords();
  const now = useNow();
  const next = nextCategory && nextCategory.category !== category ? nextCategory : null;
  return (
    <p className="text-ink-3">
      {countsAs(category)}{" "}
      {next && (
        <span className="text-warn">
          {next.at === null
            ? t("nextSoon", { category: nameOf(next.category) })
            : t("next", { date: words.date(next.at, now), category: nameOf(next.category) })}
        </span>
      )}
    </p>
  );
}
